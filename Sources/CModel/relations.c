#include "embedded.h"

EMBEDDED(relations, "relations.safetensors")
