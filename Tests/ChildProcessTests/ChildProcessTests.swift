import ChildProcess
import Testing

@Suite struct ChildProcessTests {
  private func run(_ script: String, input: [UInt8] = [], limits: ChildProcess.Limits = .init()) throws -> (
    output: [UInt8], ending: ChildProcess.Ending
  ) {
    var output: [UInt8] = []
    let ending = try ChildProcess(path: "/bin/sh", limits: limits).run(["-c", script], input: input) {
      output += $0
    }
    return (output, ending)
  }

  @Test func whatAProgramPrintsAndComplainsOfIsRead() throws {
    let result = try run("cat; echo bad >&2; exit 3", input: Array("some text".utf8))
    #expect(String(decoding: result.output, as: UTF8.self) == "some text")
    #expect(result.ending.status == 3)
    #expect(result.ending.complaint == "bad\n")
  }

  @Test func bothPipesMayBeFilledAtOnce() throws {
    let result = try run("head -c 300000 /dev/zero >&2 & head -c 300000 /dev/zero; wait")
    #expect(result.output.count == 300_000)
  }

  @Test func aProgramHasNoEnvironmentAndNoOpenFilesOfOurs() throws {
    let result = try run("env | grep -v '^PWD=' | grep -v '^_=' | grep -v '^SHLVL=' | sort; ls /proc/self/fd")
    #expect(
      String(decoding: result.output, as: UTF8.self) == "LC_ALL=C.UTF-8\nPATH=/usr/bin:/bin\n0\n1\n2\n3\n")
  }

  @Test func aProgramThatTakesTooLongIsEnded() throws {
    var limits = ChildProcess.Limits()
    limits.wallSeconds = 1
    let error = #expect(throws: ChildProcessError.self) { _ = try run("sleep 30 & sleep 30", limits: limits) }
    #expect(error?.code == .tooLong)
  }

  @Test func aProgramThatPrintsTooMuchIsEnded() throws {
    var limits = ChildProcess.Limits()
    limits.output = 1 << 20
    let error = #expect(throws: ChildProcessError.self) {
      _ = try run(
        "while true; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done", limits: limits)
    }
    #expect(error?.code == .tooMuch)
  }

  @Test func memoryAndFilesAreLimited() throws {
    var limits = ChildProcess.Limits()
    limits.memory = 64 << 20
    let result = try run("sleep 0.2; ulimit -v; ulimit -c; ulimit -t", limits: limits)
    #expect(String(decoding: result.output, as: UTF8.self) == "65536\n0\n60\n")
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    #expect(ChildProcess.find("no-such-program-anywhere") == nil)
    #expect(ChildProcess.find("sh") != nil)
    #expect(throws: ChildProcessError.self) {
      _ = try ChildProcess(path: "/nowhere/at/all").run([]) { _ in }
    }
  }
}
