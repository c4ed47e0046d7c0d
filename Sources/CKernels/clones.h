#ifndef ANNALS_CLONES_H
#define ANNALS_CLONES_H

/* One source, compiled once for every set of instructions that is named; the loader picks the best that is there. */
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define ANNALS_CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define ANNALS_CLONES
#endif

#endif
