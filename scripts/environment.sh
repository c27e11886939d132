# What every script of this folder sets before it starts Java. To be read with the shell's dot.

# Idle OpenMP threads must sleep, or they take the cores from decoding and encoding; but not at once: a
# step has thousands of short parallel parts, and waking up for each made two threads slower than one.
export OMP_WAIT_POLICY=PASSIVE
export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-10000}
# Native memory stays small: glibc would keep an arena for every thread. What a step frees the next one
# takes again: given back to the system in between, it is paged in anew, 5 % of the processor's time.
export MALLOC_ARENA_MAX=2
export MALLOC_MMAP_THRESHOLD_=${MALLOC_MMAP_THRESHOLD_:-33554432}
export MALLOC_TRIM_THRESHOLD_=${MALLOC_TRIM_THRESHOLD_:-134217728}
# All natives came with the build: nothing is downloaded or reported at run time.
export DJL_OFFLINE=true
export OPT_OUT_TRACKING=true
