#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The desktop that the command was called on, if there is one.
enum Desktop {
  /// Opens an address in the user's browser; does nothing where there is no desktop.
  static func open(_ address: String) {
    let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { !(Environment[$0] ?? "").isEmpty }
    guard hasDesktop else { return }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // What the opener has to say is not kg's.
    for descriptor in STDIN_FILENO...STDERR_FILENO {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    _ = posix_spawnp(&child, "xdg-open", &actions, nil, &arguments, environ)
  }
}
