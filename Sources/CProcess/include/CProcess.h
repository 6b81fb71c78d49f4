#ifndef KG_CPROCESS_H
#define KG_CPROCESS_H

#include <spawn.h>
#include <stdint.h>
#include <sys/types.h>

// What Swift cannot reach: limits of another process, and what may be done inside a signal handler.

/// What a child process may use; 0 is no limit.
typedef struct {
  uint64_t processor_seconds;
  uint64_t address_space;
  uint64_t file_size;
} kg_process_limits;

/// Sets the limits of a process that runs already; 0, or the number of the error.
int kg_limit_process(pid_t process, kg_process_limits limits);

/// Remembers a process group that is to die with this process; false where too many are known.
int kg_remember_group(pid_t group);
void kg_forget_group(pid_t group);

/// Kills all remembered process groups; may be called inside a signal handler.
void kg_kill_groups(void);

/// How often `kg_kill_groups` was called.
int kg_group_kills(void);

/// A file without a name that holds bytes, from its start; -1 with errno where it cannot be made.
int kg_unnamed_file(const void *bytes, size_t count);

/// A pipe whose ends no other program inherits: `pipe2` with `O_CLOEXEC`.
int kg_pipe(int ends[2]);

/// Closes all files of a program that is to be run, from a number on.
int kg_close_from(posix_spawn_file_actions_t *actions, int first);

#endif
