// Offsets of include/nt/se.h that a debugger or this kernel relies on.
#include <nt/nt.h>
#include "layout.h"

#define TYPE ACCESS_REASONS
SIZE(0x80)
AT(Data, 0x0)
#undef TYPE

#define TYPE LUID_AND_ATTRIBUTES
SIZE(0xc)
AT(Luid, 0x0) AT(Attributes, 0x8)
#undef TYPE

#define TYPE INITIAL_PRIVILEGE_SET
SIZE(0x2c)
AT(PrivilegeCount, 0x0) AT(Control, 0x4) AT(Privilege, 0x8)
#undef TYPE

#define TYPE PRIVILEGE_SET
SIZE(0x14)
AT(PrivilegeCount, 0x0) AT(Control, 0x4) AT(Privilege, 0x8)
#undef TYPE

#define TYPE SECURITY_SUBJECT_CONTEXT
SIZE(0x20)
AT(ClientToken, 0x0) AT(ImpersonationLevel, 0x8) AT(PrimaryToken, 0x10) AT(ProcessAuditId, 0x18)
#undef TYPE

#define TYPE ACCESS_STATE
SIZE(0xa0)
AT(OperationID, 0x0) AT(SecurityEvaluated, 0x8) AT(GenerateAudit, 0x9) AT(GenerateOnClose, 0xa)
AT(PrivilegesAllocated, 0xb) AT(Flags, 0xc) AT(RemainingDesiredAccess, 0x10)
AT(PreviouslyGrantedAccess, 0x14) AT(OriginalDesiredAccess, 0x18) AT(SubjectSecurityContext, 0x20)
AT(SecurityDescriptor, 0x40) AT(AuxData, 0x48) AT(Privileges, 0x50) AT(AuditPrivileges, 0x7c)
AT(ObjectName, 0x80) AT(ObjectTypeName, 0x90)
#undef TYPE

#define TYPE ACL
SIZE(0x8)
AT(AclRevision, 0x0) AT(Sbz1, 0x1) AT(AclSize, 0x2) AT(AceCount, 0x4) AT(Sbz2, 0x6)
#undef TYPE

#define TYPE GENERIC_MAPPING
SIZE(0x10)
AT(GenericRead, 0x0) AT(GenericWrite, 0x4) AT(GenericExecute, 0x8) AT(GenericAll, 0xc)
#undef TYPE

#define TYPE AUX_ACCESS_DATA
SIZE(0xd8)
AT(PrivilegesUsed, 0x0) AT(GenericMapping, 0x8) AT(AccessesToAudit, 0x18)
AT(MaximumAuditMask, 0x1c) AT(TransactionId, 0x20) AT(NewSecurityDescriptor, 0x30)
AT(ExistingSecurityDescriptor, 0x38) AT(ParentSecurityDescriptor, 0x40)
AT(DeRefSecurityDescriptor, 0x48) AT(SDLock, 0x50) AT(AccessReasons, 0x58)
#undef TYPE

#define TYPE IMAGE_SECURITY_CONTEXT
SIZE(0x8)
AT(PageHashes, 0x0) AT(Value, 0x0)
#undef TYPE

#define TYPE PS_CLIENT_SECURITY_CONTEXT
SIZE(0x8)
AT(ImpersonationData, 0x0) AT(ImpersonationToken, 0x0)
#undef TYPE

#define TYPE SECURITY_QUALITY_OF_SERVICE
SIZE(0xc)
AT(Length, 0x0) AT(ImpersonationLevel, 0x4) AT(ContextTrackingMode, 0x8) AT(EffectiveOnly, 0x9)
#undef TYPE

#define TYPE TOKEN_SOURCE
SIZE(0x10)
AT(SourceName, 0x0) AT(SourceIdentifier, 0x8)
#undef TYPE

#define TYPE TOKEN_CONTROL
SIZE(0x28)
AT(TokenId, 0x0) AT(AuthenticationId, 0x8) AT(ModifiedId, 0x10) AT(TokenSource, 0x18)
#undef TYPE

#define TYPE SECURITY_CLIENT_CONTEXT
SIZE(0x48)
AT(SecurityQos, 0x0) AT(ClientToken, 0x10) AT(DirectlyAccessClientToken, 0x18)
AT(DirectAccessEffectiveOnly, 0x19) AT(ServerIsRemote, 0x1a) AT(ClientTokenControl, 0x1c)
#undef TYPE

#define TYPE SECURITY_DESCRIPTOR
SIZE(0x28)
AT(Revision, 0x0) AT(Sbz1, 0x1) AT(Control, 0x2) AT(Owner, 0x8) AT(Group, 0x10) AT(Sacl, 0x18)
AT(Dacl, 0x20)
#undef TYPE

#define TYPE SECURITY_DESCRIPTOR_RELATIVE
SIZE(0x14)
AT(Revision, 0x0) AT(Sbz1, 0x1) AT(Control, 0x2) AT(Owner, 0x4) AT(Group, 0x8) AT(Sacl, 0xc)
AT(Dacl, 0x10)
#undef TYPE

#define TYPE TOKEN_AUDIT_POLICY
SIZE(0x1b)
AT(PerUserPolicy, 0x0)
#undef TYPE

#define TYPE SEP_AUDIT_POLICY
SIZE(0x1c)
AT(AdtTokenPolicy, 0x0) AT(PolicySetStatus, 0x1b)
#undef TYPE

#define TYPE SEP_LOGON_SESSION_REFERENCES
SIZE(0x50)
AT(Next, 0x0) AT(LogonId, 0x8) AT(BuddyLogonId, 0x10) AT(ReferenceCount, 0x18) AT(Flags, 0x1c)
AT(pDeviceMap, 0x20) AT(Token, 0x28) AT(AccountName, 0x30) AT(AuthorityName, 0x40)
#undef TYPE

#define TYPE SEP_TOKEN_PRIVILEGES
SIZE(0x18)
AT(Present, 0x0) AT(Enabled, 0x8) AT(EnabledByDefault, 0x10)
#undef TYPE

#define TYPE SE_AUDIT_PROCESS_CREATION_INFO
SIZE(0x8)
AT(ImageFileName, 0x0)
#undef TYPE

#define TYPE SID_IDENTIFIER_AUTHORITY
SIZE(0x6)
AT(Value, 0x0)
#undef TYPE

#define TYPE SID
SIZE(0xc)
AT(Revision, 0x0) AT(SubAuthorityCount, 0x1) AT(IdentifierAuthority, 0x2) AT(SubAuthority, 0x8)
#undef TYPE

#define TYPE SID_AND_ATTRIBUTES
SIZE(0x10)
AT(Sid, 0x0) AT(Attributes, 0x8)
#undef TYPE

#define TYPE SID_AND_ATTRIBUTES_HASH
SIZE(0x110)
AT(SidCount, 0x0) AT(SidAttr, 0x8) AT(Hash, 0x10)
#undef TYPE

#define TYPE TOKEN
SIZE(0x310)
AT(TokenSource, 0x0) AT(TokenId, 0x10) AT(AuthenticationId, 0x18) AT(ParentTokenId, 0x20)
AT(ExpirationTime, 0x28) AT(TokenLock, 0x30) AT(ModifiedId, 0x38) AT(Privileges, 0x40)
AT(AuditPolicy, 0x58) AT(SessionId, 0x74) AT(UserAndGroupCount, 0x78) AT(RestrictedSidCount, 0x7c)
AT(VariableLength, 0x80) AT(DynamicCharged, 0x84) AT(DynamicAvailable, 0x88)
AT(DefaultOwnerIndex, 0x8c) AT(UserAndGroups, 0x90) AT(RestrictedSids, 0x98)
AT(PrimaryGroup, 0xa0) AT(DynamicPart, 0xa8) AT(DefaultDacl, 0xb0) AT(TokenType, 0xb8)
AT(ImpersonationLevel, 0xbc) AT(TokenFlags, 0xc0) AT(TokenInUse, 0xc4)
AT(IntegrityLevelIndex, 0xc8) AT(MandatoryPolicy, 0xcc) AT(LogonSession, 0xd0)
AT(OriginatingLogonSession, 0xd8) AT(SidHash, 0xe0) AT(RestrictedSidHash, 0x1f0)
AT(pSecurityAttributes, 0x300) AT(VariablePart, 0x308)
#undef TYPE
