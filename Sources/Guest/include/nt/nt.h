// Every structure of the kernel, its processes and its images, in one line.
#pragma once
#include "kd.h"
