#include "embedded.h"

EMBEDDED(english, "kg-english.safetensors")
