/* What the token holds: objects numbered from 1 to object_count(). */
#ifndef OBJECTS_H
#define OBJECTS_H
#include <pkcs11.h>

#define TOKEN_LABEL "Test Root Certificates"
enum { MAX_ROOTS = 32, MAX_OBJECTS = 1 + 2 * MAX_ROOTS };

/* Without octets: the object has no such attribute. */
typedef struct { const void *octets; CK_ULONG length; } Value;

/* Reads the roots; 0 where the file cannot be opened. */
int read_roots(const char *path);

CK_ULONG object_count(void);
Value attribute_of(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type);

/* Whether an object has all of these attributes with these values. */
int object_matches(CK_OBJECT_HANDLE object, const CK_ATTRIBUTE *wanted, CK_ULONG count);
#endif
