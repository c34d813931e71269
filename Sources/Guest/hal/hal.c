int HalFoo(int a) { return a + 1; }
int HalInitSystem(void) { return 1; }
