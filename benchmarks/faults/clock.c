/* The time of day as a file says: two numbers, an offset in seconds and, if it is not 0, the moment
 * at which the clock stands still. Loaded with LD_PRELOAD before everything else. How much time
 * passes (CLOCK_MONOTONIC) stays true, as on a machine whose clock is set. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *said;

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("LHS_CLOCK");
  int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
  void *found = file < 0 ? MAP_FAILED : mmap(0, 16, PROT_READ, MAP_SHARED, file, 0);
  if (found != MAP_FAILED) said = found;
  if (file >= 0) close(file);
}

int clock_gettime(clockid_t which, struct timespec *now) {
  int failed = syscall(SYS_clock_gettime, which, now);
  if (failed || which != CLOCK_REALTIME || !said) return failed;
  if (said[1]) {
    now->tv_sec = said[1];
    now->tv_nsec = 0;
  }
  now->tv_sec += said[0];
  return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  struct timespec exact;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &exact)) return -1;
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *told) {
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  if (told) *told = exact.tv_sec;
  return exact.tv_sec;
}
