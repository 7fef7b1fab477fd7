/* The objects of the token, and the file that they come from. */
#include "objects.h"
#include <pkcs11n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum field { LABEL, VALUE, SUBJECT, ISSUER, SERIAL, SHA1, FIELDS };
typedef struct { Value field[FIELDS]; } Root;

/* Object 1 is the list; 2, 4, ... are the certificates; 3, 5, ... their trust. */
static Root roots[MAX_ROOTS];
static CK_ULONG root_count;

static const CK_BBOOL yes = CK_TRUE, no = CK_FALSE;
static const CK_OBJECT_CLASS list_class = CKO_NSS_BUILTIN_ROOT_LIST, certificate_class = CKO_CERTIFICATE,
                             trust_class = CKO_NSS_TRUST;
static const CK_CERTIFICATE_TYPE x509 = CKC_X_509;
static const CK_ULONG trusted = CKT_NSS_TRUSTED_DELEGATOR, not_trusted = CKT_NSS_MUST_VERIFY_TRUST;
static const char list_label[] = TOKEN_LABEL;

#define OF(constant) ((Value){ &(constant), sizeof(constant) })
static const Value none = { NULL, 0 };

static Value certificate_attribute(const Root *root, CK_ATTRIBUTE_TYPE type) {
  switch (type) {
    case CKA_CLASS: return OF(certificate_class);
    case CKA_CERTIFICATE_TYPE: return OF(x509);
    case CKA_ID: return root->field[SHA1];
    case CKA_VALUE: return root->field[VALUE];
    case CKA_SUBJECT: return root->field[SUBJECT];
    case CKA_NSS_MOZILLA_CA_POLICY: return OF(yes);
    case CKA_NSS_SERVER_DISTRUST_AFTER:
    case CKA_NSS_EMAIL_DISTRUST_AFTER: return OF(no);
    default: return none;
  }
}

static Value trust_attribute(const Root *root, CK_ATTRIBUTE_TYPE type) {
  switch (type) {
    case CKA_CLASS: return OF(trust_class);
    case CKA_CERT_SHA1_HASH: return root->field[SHA1];
    case CKA_TRUST_SERVER_AUTH: return OF(trusted);
    case CKA_TRUST_EMAIL_PROTECTION:
    case CKA_TRUST_CODE_SIGNING: return OF(not_trusted);
    case CKA_TRUST_STEP_UP_APPROVED: return OF(no);
    default: return none;
  }
}

Value attribute_of(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) {
  const Root *root = object == 1 ? NULL : &roots[(object - 2) / 2];
  switch (type) {
    case CKA_TOKEN: return OF(yes);
    case CKA_PRIVATE:
    case CKA_MODIFIABLE: return OF(no);
    case CKA_LABEL: return root ? root->field[LABEL] : (Value){ list_label, sizeof(list_label) - 1 };
    case CKA_ISSUER: return root ? root->field[ISSUER] : none;
    case CKA_SERIAL_NUMBER: return root ? root->field[SERIAL] : none;
  }
  if (!root) return type == CKA_CLASS ? OF(list_class) : none;
  return object % 2 == 0 ? certificate_attribute(root, type) : trust_attribute(root, type);
}

int object_matches(CK_OBJECT_HANDLE object, const CK_ATTRIBUTE *wanted, CK_ULONG count) {
  for (CK_ULONG i = 0; i < count; i++) {
    Value value = attribute_of(object, wanted[i].type);
    if (!value.octets || value.length != wanted[i].ulValueLen) return 0;
    if (memcmp(value.octets, wanted[i].pValue, value.length)) return 0;
  }
  return 1;
}

/* Reads one field; 0 where the file has ended or is cut short. The memory is kept as long as the process lives. */
static int read_field(FILE *file, Value *field) {
  unsigned char head[4];
  if (fread(head, 1, 4, file) != 4) return 0;
  field->length = (CK_ULONG)head[0] << 24 | (CK_ULONG)head[1] << 16 | (CK_ULONG)head[2] << 8 | head[3];
  void *octets = malloc(field->length + 1);
  field->octets = octets;
  return octets && fread(octets, 1, field->length, file) == field->length;
}

int read_roots(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return 0;
  root_count = 0;
  while (root_count < MAX_ROOTS) {
    int fields = 0;
    while (fields < FIELDS && read_field(file, &roots[root_count].field[fields])) fields++;
    if (fields < FIELDS) break;
    root_count++;
  }
  fclose(file);
  return 1;
}

CK_ULONG object_count(void) { return 1 + 2 * root_count; }
