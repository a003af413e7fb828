//! The `trellis` binary as a child, always ended with the test.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The binary of this build: `TRELLIS_BIN`, or built beside the test.
pub fn trellis() -> Command {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    let binary = BINARY.get_or_init(|| {
        if let Some(path) = std::env::var_os("TRELLIS_BIN") {
            return path.into();
        }
        let built = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args([
                "build",
                "--quiet",
                "--package",
                "server",
                "--bin",
                "trellis",
            ])
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .status()
            .unwrap();
        assert!(built.success(), "the server does not build");
        let test = std::env::current_exe().unwrap();
        // target/debug/deps/durability-... is beside target/debug/trellis
        test.parent()
            .and_then(Path::parent)
            .unwrap()
            .join("trellis")
    });
    let mut command = Command::new(binary);
    command
        .env_remove("TRELLIS_DATABASE")
        .env_remove("TRELLIS_LISTEN")
        .env("RUST_LOG", "warn");
    command
}

/// Runs a command to its end.
pub fn run(arguments: &[&str]) -> Output {
    trellis().args(arguments).output().unwrap()
}

/// A server that answers.
pub struct Serving {
    child: Child,
    pub origin: String,
}

impl Serving {
    pub fn start(database: &Path) -> Self {
        Self::spawn(trellis(), database, Stdio::inherit())
    }

    /// Logs everything there is to a file.
    pub fn start_logging(database: &Path, log: &Path) -> Self {
        let mut command = trellis();
        command.env("RUST_LOG", "trace");
        Self::spawn(command, database, File::create(log).unwrap().into())
    }

    fn spawn(mut command: Command, database: &Path, log: Stdio) -> Self {
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(database)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let origin = line
            .trim()
            .strip_prefix("Trellis is at ")
            .map(str::to_owned);
        let Some(origin) = origin else {
            let _ = child.kill();
            panic!("the server did not start: {line:?}");
        };
        Self { child, origin }
    }

    /// SIGKILL: no handler runs.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    /// The exit code, once it ends within the time.
    pub async fn ended(&mut self, within: Duration) -> Option<i32> {
        let until = Instant::now() + within;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(Instant::now() < until, "still running after {within:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Ended already in most tests; then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command that should refuse to start: its exit code and what it said, ended after 20 s.
pub fn refusal(arguments: &[&str]) -> (Option<i32>, String) {
    let mut child = trellis()
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stderr = child.stderr.take().unwrap();
    let until = Instant::now() + Duration::from_secs(20);
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if Instant::now() > until => {
                child.kill().unwrap();
                break child.wait().unwrap();
            }
            None => std::thread::yield_now(),
        }
    };
    let mut said = String::new();
    stderr.read_to_string(&mut said).unwrap();
    (status.code(), said)
}
