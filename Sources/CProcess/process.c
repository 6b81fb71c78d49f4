#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

static int limit(pid_t process, int resource, uint64_t value) {
  if (value == 0) return 0;
  struct rlimit limit = {value, value};
  return prlimit(process, resource, &limit, NULL) == 0 ? 0 : errno;
}

int kg_limit_process(pid_t process, kg_process_limits limits) {
  int error = limit(process, RLIMIT_CPU, limits.processor_seconds);
  if (error == 0) error = limit(process, RLIMIT_AS, limits.address_space);
  if (error == 0) error = limit(process, RLIMIT_FSIZE, limits.file_size);
  struct rlimit none = {0, 0};
  if (error == 0 && prlimit(process, RLIMIT_CORE, &none, NULL) != 0) error = errno;
  return error;
}

enum { most_groups = 1024 };
static _Atomic pid_t groups[most_groups];
static atomic_int kills;

int kg_remember_group(pid_t group) {
  for (int index = 0; index < most_groups; index++) {
    pid_t none = 0;
    if (atomic_compare_exchange_strong(&groups[index], &none, group)) return 1;
  }
  return 0;
}

void kg_forget_group(pid_t group) {
  for (int index = 0; index < most_groups; index++) {
    pid_t known = group;
    if (atomic_compare_exchange_strong(&groups[index], &known, 0)) return;
  }
}

void kg_kill_groups(void) {
  int error = errno;
  atomic_fetch_add(&kills, 1);
  for (int index = 0; index < most_groups; index++) {
    pid_t group = atomic_load(&groups[index]);
    if (group > 0) kill(-group, SIGKILL);
  }
  errno = error;
}

int kg_group_kills(void) { return atomic_load(&kills); }

int kg_unnamed_file(const void *bytes, size_t count) {
  int file = memfd_create("kg", MFD_CLOEXEC);
  if (file < 0) return -1;
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(file, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int error = errno;
      close(file);
      errno = error;
      return -1;
    }
    next += written;
    count -= (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

int kg_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int kg_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
