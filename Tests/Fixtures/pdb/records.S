// Symbol records that clang does not write, spelt out as an object file holds them.
    .intel_syntax noprefix

    .macro record kind
    .p2align 2
    .short 9f-8f
8:  .short \kind
    .endm
    .macro endrecord
    .p2align 2
9:
    .endm
    .macro range from, length
    .secrel32 \from
    .secidx \from
    .short \length
    .endm

    .text
    .globl Recorded
Recorded:
    nop
RecordedMiddle:
    nop
    nop
    nop
    ret
RecordedEnd:
    .globl Thunk
Thunk:
    jmp Recorded
ThunkEnd:

    .section .tls$,"dw"
    .globl ThreadCounter
ThreadCounter:
    .long 0

    .section .debug$S,"dr"
    .long 4
    .long 0xf1
    .long symbolsEnd-symbolsBegin
symbolsBegin:
    record 0x1110 // S_GPROC32
    .long 0, 0, 0, RecordedEnd-Recorded, 1, 4, 0
    .secrel32 Recorded
    .secidx Recorded
    .byte 0
    .asciz "Recorded"
    endrecord
    record 0x1012 // S_FRAMEPROC: variables by rbp, parameters by rsp
    .long 0x40, 0, 0, 0, 0
    .short 0
    .long (2 << 14) | (1 << 16)
    endrecord
    record 0x1111 // S_REGREL32
    .long 0x30, 0x74
    .short 335
    .asciz "RegisterRelative"
    endrecord
    record 0x110b // S_BPREL32
    .long -8, 0x74
    .asciz "BaseRelative"
    endrecord
    record 0x1106 // S_REGISTER
    .long 0x23
    .short 330
    .asciz "InRegister"
    endrecord
    record 0x113e // S_LOCAL
    .long 0x23
    .short 0
    .asciz "InParts"
    endrecord
    record 0x1143 // S_DEFRANGE_SUBFIELD_REGISTER
    .short 17, 0
    .long 0
    range Recorded, 5
    endrecord
    record 0x1143
    .short 19, 0
    .long 4
    range Recorded, 5
    endrecord
    record 0x113e
    .long 0x603
    .short 1
    .asciz "WithGap"
    endrecord
    record 0x1145 // S_DEFRANGE_REGISTER_REL
    .short 334, 0
    .long -16
    range Recorded, 5
    .short 1, 2
    endrecord
    record 0x113e
    .long 0x74
    .short 0
    .asciz "FullScopeVariable"
    endrecord
    record 0x1144 // S_DEFRANGE_FRAMEPOINTER_REL_FULL_SCOPE
    .long 0x18
    endrecord
    record 0x113e
    .long 0x74
    .short 1
    .asciz "FullScopeParameter"
    endrecord
    record 0x1144
    .long 0x20
    endrecord
    record 0x113e
    .long 0x74
    .short 0x100
    .asciz "Gone"
    endrecord
    record 0x1105 // S_LABEL32
    .secrel32 RecordedMiddle
    .secidx RecordedMiddle
    .byte 0
    .asciz "RecordedMiddle"
    endrecord
    record 0x0006 // S_END
    endrecord
    record 0x1102 // S_THUNK32
    .long 0, 0, 0
    .secrel32 Thunk
    .secidx Thunk
    .short ThunkEnd-Thunk
    .byte 0
    .asciz "Thunk"
    endrecord
    record 0x0006
    endrecord
    record 0x1113 // S_GTHREAD32
    .long 0x74
    .secrel32 ThreadCounter
    .secidx ThreadCounter
    .asciz "ThreadCounter"
    endrecord
symbolsEnd:
