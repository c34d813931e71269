// What pool's three files share.
#pragma once

extern POOL_DESCRIPTOR NonPagedPoolDescriptor;
extern PPOOL_DESCRIPTOR PoolVector[2];
extern ULONG PoolHitTag;

VOID ExpInitializeTracking(void);
VOID ExpTrackAllocation(POOL_TYPE, ULONG tag, ULONG64 bytes);
VOID ExpTrackFree(POOL_TYPE, ULONG tag, ULONG64 bytes);
PVOID ExpAllocateBigPool(POOL_TYPE, SIZE_T bytes, ULONG tag);
VOID ExpFreeBigPool(PVOID);
