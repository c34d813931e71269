int HalFoo(int);
int KiSystemStartup(void *b) { return b ? HalFoo(2) : 0; }
