// Runs commands one after the other and prints what each took.
//
//   measure ROUNDS SECONDS < COMMANDS      COMMANDS: a line a command, a label and its arguments separated by tabs
//
// All commands run in each round in the order given, so that what else the machine does falls on all alike. Their output
// is read through a pipe and thrown away. A line a run: label, round, nanoseconds, nanoseconds of processor, kilobytes of
// memory at the most, exit status. Small itself, because a child counts the memory of who started it until it runs.
// SECONDS bound each run; a run over them is killed and its status is -1.
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;

static void kill_child(int signal) {
  (void)signal;
  kill(child, SIGKILL);
}

static int64_t nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int64_t as_nanoseconds(struct timeval time) { return time.tv_sec * 1000000000LL + time.tv_usec * 1000LL; }

static void run(const char *label, char **arguments, int round, int seconds) {
  int ends[2];
  if (pipe(ends) != 0) exit(1);
  int64_t start = nanoseconds();
  child = fork();
  if (child < 0) exit(1);
  if (child == 0) {
    dup2(ends[1], 1);
    close(ends[0]);
    close(ends[1]);
    execvp(arguments[0], arguments);
    _exit(127);
  }
  close(ends[1]);
  alarm(seconds);
  static char output[1 << 16];
  while (read(ends[0], output, sizeof output) > 0) {}
  close(ends[0]);
  int status;
  struct rusage usage;
  wait4(child, &status, 0, &usage);
  int64_t time = nanoseconds() - start;
  alarm(0);
  printf("%s\t%d\t%lld\t%lld\t%ld\t%d\n", label, round, (long long)time,
         (long long)(as_nanoseconds(usage.ru_utime) + as_nanoseconds(usage.ru_stime)), usage.ru_maxrss,
         WIFEXITED(status) ? WEXITSTATUS(status) : -1);
  fflush(stdout);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  static char *commands[4096];
  int command_count = 0;
  char *line = NULL;
  size_t capacity = 0;
  while (command_count < 4096 && getline(&line, &capacity, stdin) > 1) commands[command_count++] = strdup(line);
  signal(SIGALRM, kill_child);
  for (int round = 1; round <= atoi(arguments[1]); round++)
    for (int command = 0; command < command_count; command++) {
      char *fields[64], *copy = strdup(commands[command]);
      int field_count = 0;
      for (char *start = strtok(copy, "\t\n"); start != NULL && field_count < 63; start = strtok(NULL, "\t\n"))
        fields[field_count++] = start;
      fields[field_count] = NULL;
      if (field_count > 1) run(fields[0], fields + 1, round, atoi(arguments[2]));
      free(copy);
    }
  return 0;
}
