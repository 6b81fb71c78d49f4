// What plain SQLite allows: the floor that `make bench-store` holds kg and its peers against.
//
//   prototype load FOLDER GRAPH                 nodes, edges and two covering indexes
//   prototype lists GRAPH                       adds lists of neighbors as blobs
//   prototype ask GRAPH FOLDER KIND PASSES SECONDS [lists]    KIND: neighbors or path
//   prototype neighbors GRAPH NAME              a whole process
//   prototype path GRAPH NAME NAME
//
// It prints answers as kg-bench does. It stores what the files say and nothing else: no claims, no sources, no
// resolution of names, no search by words, no checks; so it is what kg has to come near to, not what kg has to beat.
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *database;

static void fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("prototype: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  exit(1);
}

static int64_t nanoseconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void execute(const char *sql) {
  if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail("%s: %s", sql, sqlite3_errmsg(database));
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK)
    fail("%s: %s", sql, sqlite3_errmsg(database));
  return statement;
}

static void run(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail("%s", sqlite3_errmsg(database));
  sqlite3_reset(statement);
}

static void *allocate(size_t bytes) {
  void *memory = calloc(1, bytes);
  if (memory == NULL) fail("out of memory");
  return memory;
}

static void open_database(const char *path, int flags) {
  if (sqlite3_open_v2(path, &database, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) fail("%s cannot be opened", path);
  if (flags == SQLITE_OPEN_READONLY)
    execute("PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -65536");
  else
    execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144;"
            "PRAGMA temp_store = MEMORY");
}

// MARK: Files

static FILE *open_file(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "r");
  if (file == NULL) fail("%s cannot be read", path);
  return file;
}

// Cuts the next line at its tabs; returns how many fields it has, 0 at the end.
static int read_fields(FILE *file, char line[512], char *fields[3]) {
  if (fgets(line, 512, file) == NULL) return 0;
  line[strcspn(line, "\n")] = 0;
  int count = 0;
  for (char *start = line; start != NULL && count < 3; count++) {
    fields[count] = start;
    start = strchr(start, '\t');
    if (start != NULL) *start++ = 0;
  }
  return count;
}

// MARK: Loading

static void load(const char *folder, const char *path) {
  open_database(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  execute("CREATE TABLE relation (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
          "CREATE TABLE node (id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL);"
          "CREATE TABLE edge (id INTEGER PRIMARY KEY, subject INT NOT NULL, relation INT NOT NULL,"
          " object INT NOT NULL); BEGIN");
  char line[512], *fields[3];
  FILE *file = open_file(folder, "nodes.tsv");
  read_fields(file, line, fields);
  sqlite3_stmt *insert = prepare("INSERT INTO node VALUES (?, ?, ?)");
  while (read_fields(file, line, fields) == 3) {
    sqlite3_bind_int64(insert, 1, atoll(fields[0]));
    sqlite3_bind_text(insert, 2, fields[1], -1, SQLITE_STATIC);
    sqlite3_bind_text(insert, 3, fields[2], -1, SQLITE_STATIC);
    run(insert);
  }
  fclose(file);
  sqlite3_finalize(insert);
  file = open_file(folder, "edges.tsv");
  read_fields(file, line, fields);
  char *relations[256];
  int relation_count = 0;
  insert = prepare("INSERT INTO edge (subject, relation, object) VALUES (?, ?, ?)");
  while (read_fields(file, line, fields) == 3) {
    int relation = 0;
    while (relation < relation_count && strcmp(relations[relation], fields[1]) != 0) relation++;
    if (relation == 256) fail("too many relations");
    if (relation == relation_count) relations[relation_count++] = strdup(fields[1]);
    sqlite3_bind_int64(insert, 1, atoll(fields[0]));
    sqlite3_bind_int(insert, 2, relation + 1);
    sqlite3_bind_int64(insert, 3, atoll(fields[2]));
    run(insert);
  }
  fclose(file);
  sqlite3_finalize(insert);
  insert = prepare("INSERT INTO relation VALUES (?, ?)");
  for (int relation = 0; relation < relation_count; relation++) {
    sqlite3_bind_int(insert, 1, relation + 1);
    sqlite3_bind_text(insert, 2, relations[relation], -1, SQLITE_STATIC);
    run(insert);
  }
  sqlite3_finalize(insert);
  execute("CREATE UNIQUE INDEX node_name ON node (name); CREATE INDEX edge_subject ON edge (subject, relation, object);"
          "CREATE INDEX edge_object ON edge (object, relation, subject); COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_close(database);
}

static int compare_numbers(const void *left, const void *right) {
  int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
  return (a > b) - (a < b);
}

static int64_t count_nodes(void) {
  sqlite3_stmt *statement = prepare("SELECT coalesce(max(id), 0) + 1 FROM node");
  sqlite3_step(statement);
  int64_t count = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return count;
}

// Each node's distinct neighbors as sorted 32-bit numbers.
static void add_lists(const char *path) {
  open_database(path, SQLITE_OPEN_READWRITE);
  int64_t nodes = count_nodes();
  uint64_t *starts = allocate((nodes + 2) * sizeof *starts);
  sqlite3_stmt *edges = prepare("SELECT subject, object FROM edge");
  while (sqlite3_step(edges) == SQLITE_ROW)
    for (int end = 0; end < 2; end++) starts[sqlite3_column_int64(edges, end) + 2]++;
  for (int64_t node = 1; node < nodes + 2; node++) starts[node] += starts[node - 1];
  int32_t *neighbors = allocate((starts[nodes + 1] + 1) * sizeof *neighbors);
  // Filling moves each start to where the next list begins.
  for (sqlite3_reset(edges); sqlite3_step(edges) == SQLITE_ROW;)
    for (int end = 0; end < 2; end++)
      neighbors[starts[sqlite3_column_int64(edges, end) + 1]++] = sqlite3_column_int(edges, 1 - end);
  sqlite3_finalize(edges);
  execute("BEGIN; CREATE TABLE list (node INTEGER PRIMARY KEY, neighbors BLOB NOT NULL)");
  sqlite3_stmt *insert = prepare("INSERT INTO list VALUES (?, ?)");
  for (int64_t node = 0; node < nodes; node++) {
    int32_t *list = neighbors + starts[node];
    int count = (int)(starts[node + 1] - starts[node]), kept = 0;
    qsort(list, count, sizeof *list, compare_numbers);
    for (int index = 0; index < count; index++)
      if (index == 0 || list[index] != list[index - 1]) list[kept++] = list[index];
    if (kept == 0) continue;
    sqlite3_bind_int64(insert, 1, node);
    sqlite3_bind_blob(insert, 2, list, kept * (int)sizeof *list, SQLITE_STATIC);
    run(insert);
  }
  sqlite3_finalize(insert);
  execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_close(database);
}

// MARK: Questions

static sqlite3_stmt *node_named, *edges_of, *objects_of, *subjects_of, *list_of;
static int64_t node_count;
// The round in which a side of a search met a node, so that nothing has to be cleared between searches.
static uint32_t *met[2], search_round;
static int32_t *frontiers[2], *next_frontier;

static char *answer;
static size_t answer_length, answer_capacity;

static void prepare_neighbors(void) {
  node_named = prepare("SELECT id FROM node WHERE name = ?");
  edges_of = prepare("SELECT r.name, 'out', n.name FROM edge e JOIN node n ON n.id = e.object"
                     " JOIN relation r ON r.id = e.relation WHERE e.subject = ?1 UNION ALL"
                     " SELECT r.name, 'in', n.name FROM edge e JOIN node n ON n.id = e.subject"
                     " JOIN relation r ON r.id = e.relation WHERE e.object = ?1");
}

static void prepare_path(int uses_lists) {
  node_named = prepare("SELECT id FROM node WHERE name = ?");
  if (uses_lists) {
    list_of = prepare("SELECT neighbors FROM list WHERE node = ?");
  } else {
    objects_of = prepare("SELECT object FROM edge WHERE subject = ?");
    subjects_of = prepare("SELECT subject FROM edge WHERE object = ?");
  }
  node_count = count_nodes();
  for (int side = 0; side < 2; side++) {
    met[side] = allocate(node_count * sizeof *met[side]);
    frontiers[side] = allocate(node_count * sizeof *frontiers[side]);
  }
  next_frontier = allocate(node_count * sizeof *next_frontier);
}

static int64_t find_node(const char *name) {
  sqlite3_bind_text(node_named, 1, name, -1, SQLITE_STATIC);
  if (sqlite3_step(node_named) != SQLITE_ROW) fail("%s is not in the graph", name);
  int64_t node = sqlite3_column_int64(node_named, 0);
  sqlite3_reset(node_named);
  return node;
}

// Writes lines of relation, direction and name into `answer`.
static void find_neighbors(const char *name) {
  answer_length = 0;
  sqlite3_bind_int64(edges_of, 1, find_node(name));
  while (sqlite3_step(edges_of) == SQLITE_ROW) {
    for (int column = 0; column < 3; column++) {
      const void *text = sqlite3_column_text(edges_of, column);
      size_t length = sqlite3_column_bytes(edges_of, column);
      if (answer_length + length + 1 > answer_capacity) {
        answer_capacity = 2 * (answer_length + length + 1);
        answer = realloc(answer, answer_capacity);
        if (answer == NULL) fail("out of memory");
      }
      memcpy(answer + answer_length, text, length);
      answer_length += length;
      answer[answer_length++] = column == 2 ? '\n' : '\t';
    }
  }
  sqlite3_reset(edges_of);
}

// Marks a neighbor as met; true when the other side has met it.
static int meet(int side, int32_t neighbor, long *next_count) {
  if (met[1 - side][neighbor] == search_round) return 1;
  if (met[side][neighbor] != search_round) {
    met[side][neighbor] = search_round;
    next_frontier[(*next_count)++] = neighbor;
  }
  return 0;
}

static int expand(int side, int32_t node, long *next_count) {
  int meets = 0;
  if (list_of != NULL) {
    sqlite3_bind_int64(list_of, 1, node);
    if (sqlite3_step(list_of) == SQLITE_ROW) {
      const int32_t *list = sqlite3_column_blob(list_of, 0);
      int count = sqlite3_column_bytes(list_of, 0) / (int)sizeof *list;
      for (int index = 0; index < count && !meets; index++) meets = meet(side, list[index], next_count);
    }
    sqlite3_reset(list_of);
    return meets;
  }
  for (int way = 0; way < 2 && !meets; way++) {
    sqlite3_stmt *statement = way == 0 ? objects_of : subjects_of;
    sqlite3_bind_int64(statement, 1, node);
    while (!meets && sqlite3_step(statement) == SQLITE_ROW)
      meets = meet(side, sqlite3_column_int(statement, 0), next_count);
    sqlite3_reset(statement);
  }
  return meets;
}

// The length of a shortest path whichever way edges point, -1 without one; level by level from both ends.
static int find_path(const char *from, const char *to) {
  int64_t ends[2] = {find_node(from), find_node(to)};
  if (ends[0] == ends[1]) return 0;
  long counts[2] = {1, 1};
  search_round++;
  for (int side = 0; side < 2; side++) {
    frontiers[side][0] = (int32_t)ends[side];
    met[side][ends[side]] = search_round;
  }
  for (int length = 1; counts[0] > 0 && counts[1] > 0; length++) {
    int side = counts[0] <= counts[1] ? 0 : 1;
    long next_count = 0;
    for (long index = 0; index < counts[side]; index++)
      if (expand(side, frontiers[side][index], &next_count)) return length;
    int32_t *emptied = frontiers[side];
    frontiers[side] = next_frontier;
    next_frontier = emptied;
    counts[side] = next_count;
  }
  return -1;
}

// MARK: Answers

// How many lines, and the sum of their CRC-32.
static void print_checksum(void) {
  static uint32_t table[256];
  if (table[1] == 0)
    for (uint32_t byte = 0; byte < 256; byte++) {
      table[byte] = byte;
      for (int bit = 0; bit < 8; bit++) table[byte] = table[byte] & 1 ? 0xEDB88320 ^ (table[byte] >> 1) : table[byte] >> 1;
    }
  uint64_t sum = 0, count = 0;
  uint32_t remainder = 0xFFFFFFFF;
  for (size_t index = 0; index < answer_length; index++) {
    if (answer[index] == '\n') {
      sum += ~remainder;
      remainder = 0xFFFFFFFF;
      count++;
    } else {
      remainder = table[(remainder ^ (unsigned char)answer[index]) & 255] ^ (remainder >> 8);
    }
  }
  printf("%llu:%llu\n", (unsigned long long)count, (unsigned long long)sum);
}

static struct { char from[128], to[128]; } questions[1024];

static void ask_one(int index, int is_path, int pass) {
  int64_t start = nanoseconds(CLOCK_MONOTONIC), processor_start = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  int length = 0;
  if (is_path)
    length = find_path(questions[index].from, questions[index].to);
  else
    find_neighbors(questions[index].from);
  int64_t processor = nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processor_start;
  int64_t time = nanoseconds(CLOCK_MONOTONIC) - start;
  if (is_path)
    printf("path\t%s|%s", questions[index].from, questions[index].to);
  else
    printf("neighbors\t%s", questions[index].from);
  printf("\t%d\t%lld\t%lld\t", pass, (long long)time, (long long)processor);
  if (is_path)
    printf("%d\n", length);
  else
    print_checksum();
}

static void ask(const char *folder, int is_path, int passes, double seconds) {
  int count = 0;
  char line[512], *fields[3];
  FILE *file = open_file(folder, is_path ? "pairs.tsv" : "entities.tsv");
  while (count < 1024 && read_fields(file, line, fields) >= 2) {
    snprintf(questions[count].from, 128, "%s", fields[0]);
    snprintf(questions[count++].to, 128, "%s", fields[1]);
  }
  fclose(file);
  int64_t end = nanoseconds(CLOCK_MONOTONIC) + (int64_t)(seconds * 1e9);
  // Every seventh, then those after them, ...: where time runs out the sample is even.
  for (int pass = 1; pass <= passes; pass++)
    for (int turn = 0; turn < 7; turn++)
      for (int index = turn; index < count; index += 7) {
        if (nanoseconds(CLOCK_MONOTONIC) > end) return;
        ask_one(index, is_path, pass);
      }
}

int main(int count, char **arguments) {
  const char *command = count > 1 ? arguments[1] : "";
  if (strcmp(command, "load") == 0 && count == 4) {
    load(arguments[2], arguments[3]);
  } else if (strcmp(command, "lists") == 0 && count == 3) {
    add_lists(arguments[2]);
  } else if (strcmp(command, "ask") == 0 && count >= 7) {
    open_database(arguments[2], SQLITE_OPEN_READONLY);
    int is_path = strcmp(arguments[4], "path") == 0;
    if (is_path)
      prepare_path(count > 7);
    else
      prepare_neighbors();
    ask(arguments[3], is_path, atoi(arguments[5]), atof(arguments[6]));
  } else if (strcmp(command, "neighbors") == 0 && count == 4) {
    open_database(arguments[2], SQLITE_OPEN_READONLY);
    prepare_neighbors();
    find_neighbors(arguments[3]);
    fwrite(answer, 1, answer_length, stdout);
  } else if (strcmp(command, "path") == 0 && count == 5) {
    open_database(arguments[2], SQLITE_OPEN_READONLY);
    prepare_path(0);
    printf("%d\n", find_path(arguments[3], arguments[4]));
  } else {
    fail("see the comment at the top of prototype.c for what can be asked");
  }
  fflush(stdout);
  // Nothing is torn down, as in any short command.
  _exit(0);
}
