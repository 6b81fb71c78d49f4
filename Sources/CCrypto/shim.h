#ifndef KG_CCRYPTO_SHIM_H
#define KG_CCRYPTO_SHIM_H

// The plain functions of SHA-256 pull in a few kilobytes of libcrypto; those that took their place (EVP) pull in megabytes.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#endif
