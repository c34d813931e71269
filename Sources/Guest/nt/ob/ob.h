// What the object manager's two files share.
#pragma once

#define OB_NAME_INFO 0x02  // OBJECT_HEADER.InfoMask: the name part is there

POBJECT_HEADER_NAME_INFO ObpNameInfo(PVOID object);
