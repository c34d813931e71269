// Tokens, access states and identifiers of security.
// Layouts are those of NT 6.1 build 7601 for x64; layout/ asserts every offset.
#pragma once
#include "pcr.h"

typedef enum _SECURITY_IMPERSONATION_LEVEL {
  SecurityAnonymous = 0,
  SecurityIdentification = 1,
  SecurityImpersonation = 2,
  SecurityDelegation = 3,
} SECURITY_IMPERSONATION_LEVEL;

typedef enum _TOKEN_TYPE {
  TokenPrimary = 1,
  TokenImpersonation = 2,
} TOKEN_TYPE;

struct _ACCESS_REASONS {
  ULONG Data[32];
};

struct _LUID_AND_ATTRIBUTES {
  LUID Luid;
  ULONG Attributes;
};

struct _INITIAL_PRIVILEGE_SET {
  ULONG PrivilegeCount;
  ULONG Control;
  LUID_AND_ATTRIBUTES Privilege[3];
};

struct _PRIVILEGE_SET {
  ULONG PrivilegeCount;
  ULONG Control;
  LUID_AND_ATTRIBUTES Privilege[1];
};

struct _SECURITY_SUBJECT_CONTEXT {
  PVOID ClientToken;
  SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
  PVOID PrimaryToken;
  PVOID ProcessAuditId;
};

struct _ACCESS_STATE {
  LUID OperationID;
  UCHAR SecurityEvaluated;
  UCHAR GenerateAudit;
  UCHAR GenerateOnClose;
  UCHAR PrivilegesAllocated;
  ULONG Flags;
  ULONG RemainingDesiredAccess;
  ULONG PreviouslyGrantedAccess;
  ULONG OriginalDesiredAccess;
  SECURITY_SUBJECT_CONTEXT SubjectSecurityContext;
  PVOID SecurityDescriptor;
  PVOID AuxData;
  union {
    INITIAL_PRIVILEGE_SET InitialPrivilegeSet;
    PRIVILEGE_SET PrivilegeSet;
  } Privileges;
  UCHAR AuditPrivileges;
  UNICODE_STRING ObjectName;
  UNICODE_STRING ObjectTypeName;
};

struct _ACL {
  UCHAR AclRevision;
  UCHAR Sbz1;
  USHORT AclSize;
  USHORT AceCount;
  USHORT Sbz2;
};

struct _GENERIC_MAPPING {
  ULONG GenericRead;
  ULONG GenericWrite;
  ULONG GenericExecute;
  ULONG GenericAll;
};

struct _AUX_ACCESS_DATA {
  PPRIVILEGE_SET PrivilegesUsed;
  GENERIC_MAPPING GenericMapping;
  ULONG AccessesToAudit;
  ULONG MaximumAuditMask;
  GUID TransactionId;
  PVOID NewSecurityDescriptor;
  PVOID ExistingSecurityDescriptor;
  PVOID ParentSecurityDescriptor;
  PVOID DeRefSecurityDescriptor;
  PVOID SDLock;
  ACCESS_REASONS AccessReasons;
};

union _IMAGE_SECURITY_CONTEXT {
  PVOID PageHashes;
  ULONG64 Value;
  struct {
    ULONG64 SecurityBeingCreated : 1;
    ULONG64 SecurityMandatory : 1;
    ULONG64 Unused : 1;
    ULONG64 PageHashPointer : 61;
  };
};

union _PS_CLIENT_SECURITY_CONTEXT {
  ULONG64 ImpersonationData;
  PVOID ImpersonationToken;
  struct {
    ULONG64 ImpersonationLevel : 2;
    ULONG64 EffectiveOnly : 1;
  };
};

struct _SECURITY_QUALITY_OF_SERVICE {
  ULONG Length;
  SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
  UCHAR ContextTrackingMode;
  UCHAR EffectiveOnly;
};

struct _TOKEN_SOURCE {
  UCHAR SourceName[8];
  LUID SourceIdentifier;
};

struct _TOKEN_CONTROL {
  LUID TokenId;
  LUID AuthenticationId;
  LUID ModifiedId;
  TOKEN_SOURCE TokenSource;
};

struct _SECURITY_CLIENT_CONTEXT {
  SECURITY_QUALITY_OF_SERVICE SecurityQos;
  PVOID ClientToken;
  UCHAR DirectlyAccessClientToken;
  UCHAR DirectAccessEffectiveOnly;
  UCHAR ServerIsRemote;
  TOKEN_CONTROL ClientTokenControl;
};

struct _SECURITY_DESCRIPTOR {
  UCHAR Revision;
  UCHAR Sbz1;
  USHORT Control;
  PVOID Owner;
  PVOID Group;
  PACL Sacl;
  PACL Dacl;
};

struct _SECURITY_DESCRIPTOR_RELATIVE {
  UCHAR Revision;
  UCHAR Sbz1;
  USHORT Control;
  ULONG Owner;
  ULONG Group;
  ULONG Sacl;
  ULONG Dacl;
};

struct _TOKEN_AUDIT_POLICY {
  UCHAR PerUserPolicy[27];
};

struct _SEP_AUDIT_POLICY {
  TOKEN_AUDIT_POLICY AdtTokenPolicy;
  UCHAR PolicySetStatus;
};

struct _SEP_LOGON_SESSION_REFERENCES {
  PSEP_LOGON_SESSION_REFERENCES Next;
  LUID LogonId;
  LUID BuddyLogonId;
  ULONG ReferenceCount;
  ULONG Flags;
  PDEVICE_MAP pDeviceMap;
  PVOID Token;
  UNICODE_STRING AccountName;
  UNICODE_STRING AuthorityName;
};

struct _SEP_TOKEN_PRIVILEGES {
  ULONG64 Present;
  ULONG64 Enabled;
  ULONG64 EnabledByDefault;
};

struct _SE_AUDIT_PROCESS_CREATION_INFO {
  POBJECT_NAME_INFORMATION ImageFileName;
};

struct _SID_IDENTIFIER_AUTHORITY {
  UCHAR Value[6];
};

struct _SID {
  UCHAR Revision;
  UCHAR SubAuthorityCount;
  SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
  ULONG SubAuthority[1];
};

struct _SID_AND_ATTRIBUTES {
  PVOID Sid;
  ULONG Attributes;
};

struct _SID_AND_ATTRIBUTES_HASH {
  ULONG SidCount;
  PSID_AND_ATTRIBUTES SidAttr;
  ULONG64 Hash[32];
};

struct _TOKEN {
  TOKEN_SOURCE TokenSource;
  LUID TokenId;
  LUID AuthenticationId;
  LUID ParentTokenId;
  LARGE_INTEGER ExpirationTime;
  PERESOURCE TokenLock;
  LUID ModifiedId;
  SEP_TOKEN_PRIVILEGES Privileges;
  SEP_AUDIT_POLICY AuditPolicy;
  ULONG SessionId;
  ULONG UserAndGroupCount;
  ULONG RestrictedSidCount;
  ULONG VariableLength;
  ULONG DynamicCharged;
  ULONG DynamicAvailable;
  ULONG DefaultOwnerIndex;
  PSID_AND_ATTRIBUTES UserAndGroups;
  PSID_AND_ATTRIBUTES RestrictedSids;
  PVOID PrimaryGroup;
  PULONG DynamicPart;
  PACL DefaultDacl;
  TOKEN_TYPE TokenType;
  SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
  ULONG TokenFlags;
  UCHAR TokenInUse;
  ULONG IntegrityLevelIndex;
  ULONG MandatoryPolicy;
  PSEP_LOGON_SESSION_REFERENCES LogonSession;
  LUID OriginatingLogonSession;
  SID_AND_ATTRIBUTES_HASH SidHash;
  SID_AND_ATTRIBUTES_HASH RestrictedSidHash;
  PAUTHZBASEP_SECURITY_ATTRIBUTES_INFORMATION pSecurityAttributes;
  ULONG64 VariablePart;
};
