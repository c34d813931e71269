// Asserts that a structure is laid out as NT's is. A file defines TYPE, then says SIZE(bytes) and
// AT(field, offset) for each field.
#pragma once

#define SIZE(bytes) _Static_assert(sizeof(TYPE) == (bytes), "size");
#define AT(field, offset) _Static_assert(__builtin_offsetof(TYPE, field) == (offset), #field);
