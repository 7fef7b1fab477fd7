/*
 * A PKCS#11 token that presents given roots the way Mozilla's own list of roots is presented: a list object, and for each
 * root its certificate with CKA_NSS_MOZILLA_CA_POLICY and a trust object. Firefox then takes them as built in.
 *
 * The roots come from the file that the module's parameters name (modutil -string): for each root the fields of `Root`
 * (objects.c) in order, each as four octets of length, big-endian, and the octets. `roots-file.ts` writes it.
 *
 * Nothing changes after C_Initialize but the searches; NSS serialises the calls of a session.
 */
#include "objects.h"
#include <string.h>

enum { SLOT = 1, MAX_SESSIONS = 256 };

typedef struct { int open; CK_OBJECT_HANDLE found[MAX_OBJECTS]; CK_ULONG count, next; } Session;
static Session sessions[MAX_SESSIONS];

static CK_RV initialize(CK_VOID_PTR arguments) {
  const CK_C_INITIALIZE_ARGS *given = arguments;
  const char *path = given ? (const char *)given->LibraryParameters : NULL;
  return path && read_roots(path) ? CKR_OK : CKR_ARGUMENTS_BAD;
}

/* PKCS#11 strings are padded with blanks and not terminated. */
static void pad(CK_UTF8CHAR *into, size_t size, const char *text) {
  memset(into, ' ', size);
  memcpy(into, text, strlen(text));
}

static CK_RV finalize(CK_VOID_PTR reserved) {
  (void)reserved;
  memset(sessions, 0, sizeof(sessions));
  return CKR_OK;
}

static CK_RV get_info(CK_INFO_PTR info) {
  memset(info, 0, sizeof(*info));
  info->cryptokiVersion.major = 2;
  info->cryptokiVersion.minor = 20;
  pad(info->manufacturerID, sizeof(info->manufacturerID), "Test");
  pad(info->libraryDescription, sizeof(info->libraryDescription), "Test roots");
  return CKR_OK;
}

static CK_RV get_slot_list(CK_BBOOL present, CK_SLOT_ID_PTR slots, CK_ULONG_PTR count) {
  (void)present;
  if (slots && *count < 1) return CKR_BUFFER_TOO_SMALL;
  if (slots) slots[0] = SLOT;
  *count = 1;
  return CKR_OK;
}

static CK_RV get_slot_info(CK_SLOT_ID slot, CK_SLOT_INFO_PTR info) {
  if (slot != SLOT) return CKR_SLOT_ID_INVALID;
  memset(info, 0, sizeof(*info));
  pad(info->slotDescription, sizeof(info->slotDescription), TOKEN_LABEL);
  pad(info->manufacturerID, sizeof(info->manufacturerID), "Test");
  info->flags = CKF_TOKEN_PRESENT;
  return CKR_OK;
}

static CK_RV get_token_info(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
  if (slot != SLOT) return CKR_SLOT_ID_INVALID;
  memset(info, 0, sizeof(*info));
  pad(info->label, sizeof(info->label), TOKEN_LABEL);
  pad(info->manufacturerID, sizeof(info->manufacturerID), "Test");
  pad(info->model, sizeof(info->model), "1");
  pad(info->serialNumber, sizeof(info->serialNumber), "1");
  info->flags = CKF_WRITE_PROTECTED | CKF_TOKEN_INITIALIZED;
  return CKR_OK;
}

static CK_RV get_mechanism_list(CK_SLOT_ID slot, CK_MECHANISM_TYPE_PTR list, CK_ULONG_PTR count) {
  (void)slot, (void)list;
  *count = 0;
  return CKR_OK;
}

static Session *session_of(CK_SESSION_HANDLE handle) {
  return handle >= 1 && handle <= MAX_SESSIONS && sessions[handle - 1].open ? &sessions[handle - 1] : NULL;
}

static CK_RV open_session(CK_SLOT_ID slot, CK_FLAGS flags, CK_VOID_PTR application, CK_NOTIFY notify,
                          CK_SESSION_HANDLE_PTR handle) {
  (void)flags, (void)application, (void)notify;
  if (slot != SLOT) return CKR_SLOT_ID_INVALID;
  for (CK_ULONG i = 0; i < MAX_SESSIONS; i++) {
    /* Two threads may open at once. */
    if (__sync_lock_test_and_set(&sessions[i].open, 1)) continue;
    sessions[i].count = sessions[i].next = 0;
    *handle = i + 1;
    return CKR_OK;
  }
  return CKR_SESSION_COUNT;
}

static CK_RV close_session(CK_SESSION_HANDLE handle) {
  Session *session = session_of(handle);
  if (!session) return CKR_SESSION_HANDLE_INVALID;
  __sync_lock_release(&session->open);
  return CKR_OK;
}

static CK_RV get_session_info(CK_SESSION_HANDLE handle, CK_SESSION_INFO_PTR info) {
  if (!session_of(handle)) return CKR_SESSION_HANDLE_INVALID;
  *info = (CK_SESSION_INFO){ .slotID = SLOT, .state = CKS_RO_PUBLIC_SESSION, .flags = CKF_SERIAL_SESSION };
  return CKR_OK;
}

static CK_RV find_objects_init(CK_SESSION_HANDLE handle, CK_ATTRIBUTE_PTR wanted, CK_ULONG count) {
  Session *session = session_of(handle);
  if (!session) return CKR_SESSION_HANDLE_INVALID;
  session->count = session->next = 0;
  for (CK_OBJECT_HANDLE object = 1; object <= object_count(); object++)
    if (object_matches(object, wanted, count)) session->found[session->count++] = object;
  return CKR_OK;
}

static CK_RV find_objects(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE_PTR objects, CK_ULONG most, CK_ULONG_PTR count) {
  Session *session = session_of(handle);
  if (!session) return CKR_SESSION_HANDLE_INVALID;
  *count = 0;
  while (*count < most && session->next < session->count) objects[(*count)++] = session->found[session->next++];
  return CKR_OK;
}

static CK_RV find_objects_final(CK_SESSION_HANDLE handle) {
  return session_of(handle) ? CKR_OK : CKR_SESSION_HANDLE_INVALID;
}

static CK_RV get_attribute_value(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_PTR wanted,
                                 CK_ULONG count) {
  CK_RV result = CKR_OK;
  if (!session_of(handle)) return CKR_SESSION_HANDLE_INVALID;
  if (object < 1 || object > object_count()) return CKR_OBJECT_HANDLE_INVALID;
  for (CK_ULONG i = 0; i < count; i++) {
    Value value = attribute_of(object, wanted[i].type);
    if (!value.octets) {
      wanted[i].ulValueLen = CK_UNAVAILABLE_INFORMATION;
      result = CKR_ATTRIBUTE_TYPE_INVALID;
    } else if (wanted[i].pValue && wanted[i].ulValueLen < value.length) {
      wanted[i].ulValueLen = CK_UNAVAILABLE_INFORMATION;
      result = CKR_BUFFER_TOO_SMALL;
    } else {
      if (wanted[i].pValue) memcpy(wanted[i].pValue, value.octets, value.length);
      wanted[i].ulValueLen = value.length;
    }
  }
  return result;
}

static CK_RV unsupported(void) { return CKR_FUNCTION_NOT_SUPPORTED; }

static CK_FUNCTION_LIST functions;

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list) {
  functions.version = (CK_VERSION){ 2, 20 };
/* NSS calls what it likes without looking for NULL: every function is there. */
#define CK_PKCS11_2_0_ONLY 1
#define CK_PKCS11_FUNCTION_INFO(name) functions.name = (CK_##name)(void (*)(void))unsupported;
#include <pkcs11f.h>
#undef CK_PKCS11_FUNCTION_INFO
  functions.C_GetFunctionList = C_GetFunctionList;
  functions.C_Initialize = initialize;
  functions.C_Finalize = finalize;
  functions.C_GetInfo = get_info;
  functions.C_GetSlotList = get_slot_list;
  functions.C_GetSlotInfo = get_slot_info;
  functions.C_GetTokenInfo = get_token_info;
  functions.C_GetMechanismList = get_mechanism_list;
  functions.C_OpenSession = open_session;
  functions.C_CloseSession = close_session;
  functions.C_GetSessionInfo = get_session_info;
  functions.C_FindObjectsInit = find_objects_init;
  functions.C_FindObjects = find_objects;
  functions.C_FindObjectsFinal = find_objects_final;
  functions.C_GetAttributeValue = get_attribute_value;
  *list = &functions;
  return CKR_OK;
}
