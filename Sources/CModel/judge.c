#include "embedded.h"

EMBEDDED(judge, "judge.safetensors")
