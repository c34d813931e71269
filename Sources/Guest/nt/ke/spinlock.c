// Spin locks: 1 while held. Holding one means DISPATCH_LEVEL or above, so that the holder is not
// switched away from.
#include "../ntos.h"

VOID KeInitializeSpinLock(PKSPIN_LOCK lock) { *lock = 0; }

VOID KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK lock) {
  while (__atomic_exchange_n(lock, 1, __ATOMIC_ACQUIRE)) {
    while (__atomic_load_n(lock, __ATOMIC_RELAXED)) Pause();
  }
}

VOID KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK lock) {
  __atomic_store_n(lock, 0, __ATOMIC_RELEASE);
}

KIRQL KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK lock) {
  KIRQL irql = KeGetCurrentIrql();
  if (irql < DISPATCH_LEVEL) WriteCr8(DISPATCH_LEVEL);
  KeAcquireSpinLockAtDpcLevel(lock);
  return irql;
}

VOID KeReleaseSpinLock(PKSPIN_LOCK lock, KIRQL irql) {
  KeReleaseSpinLockFromDpcLevel(lock);
  if (irql < DISPATCH_LEVEL) WriteCr8(irql);
}
