//! A server under load: started here, stopped here by its process id.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command as Blocking, Stdio};

use anyhow::{Context as _, bail};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use super::client::{Connection, header};
use super::closed::Turn;
use super::records::Device;
use crate::variants::Variant;

/// One student, signed in.
#[derive(Debug)]
pub struct Student {
    pub connection: Connection,
    pub device: Device,
}

#[derive(Debug)]
pub struct Target {
    process: Child,
    address: SocketAddr,
    database: PathBuf,
    trellis: Option<PathBuf>,
    pub students: Vec<Student>,
    pub turns: Vec<Turn>,
}

/// A database of the demo district, to be copied for each server.
pub fn seed(trellis: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    let database = folder.join("seeded.db");
    let done = Blocking::new(trellis)
        .args(["demo", "--database"])
        .arg(&database)
        .output()
        .with_context(|| format!("starting {}", trellis.display()))?;
    if !done.status.success() {
        bail!(
            "seeding the demo district failed: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    Ok(database)
}

impl Target {
    /// The server itself.
    pub async fn trellis(trellis: &Path, seeded: &Path, folder: &Path) -> anyhow::Result<Self> {
        let database = folder.join("trellis.db");
        fs::copy(seeded, &database)?;
        let mut command = Command::new(trellis);
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(&database);
        let mut target = Self::start(command, database).await?;
        target.trellis = Some(trellis.to_owned());
        Ok(target)
    }

    /// What it is compared with, served by this very program.
    pub async fn variant(variant: Variant, seeded: &Path, folder: &Path) -> anyhow::Result<Self> {
        let database = folder.join(format!("{}.db", variant.name()));
        fs::copy(seeded, &database)?;
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["serve", variant.name(), "--database"])
            .arg(&database);
        Self::start(command, database).await
    }

    async fn start(mut command: Command, database: PathBuf) -> anyhow::Result<Self> {
        let mut process = command.stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let output = process.stdout.take().context("the server's output")?;
        let mut lines = BufReader::new(output).lines();
        let address = loop {
            let line = lines
                .next_line()
                .await?
                .context("the server ended before it listened")?;
            if let Some(address) = line.strip_prefix("Trellis is at http://") {
                break address.trim().parse()?;
            }
        };
        // Nobody reads on; a full pipe would block the server.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let (trellis, students, turns) = (None, Vec::new(), Vec::new());
        Ok(Self {
            process,
            address,
            database,
            trellis,
            students,
            turns,
        })
    }

    /// Signs each of these in on a connection of their own.
    pub async fn sign_in(&mut self, people: &[Value]) -> anyhow::Result<()> {
        for (number, person) in people.iter().enumerate() {
            let mut connection = Connection::open(self.address).await?;
            let body = serde_json::to_vec(person)?;
            let reply = connection.post("/api/v1/session/student", &body).await?;
            if reply.status != 200 {
                let body = String::from_utf8_lossy(&reply.body).into_owned();
                bail!("signing in failed with {}: {body}", reply.status);
            }
            let cookie = header(&reply.head, "set-cookie").context("no session cookie")?;
            connection.cookie = cookie.split(';').next().map(str::to_owned);
            self.students.push(Student {
                connection,
                device: Device::new(number),
            });
        }
        Ok(())
    }

    /// As many connections without anyone signed in.
    pub async fn connect(&mut self, count: usize) -> anyhow::Result<()> {
        for number in 0..count {
            let connection = Connection::open(self.address).await?;
            self.students.push(Student {
                connection,
                device: Device::new(number),
            });
        }
        Ok(())
    }

    /// CPU time used so far, in ms, over all threads.
    pub fn cpu_ms(&self) -> anyhow::Result<f64> {
        // Linux counts in ticks of 10 ms for programs, whatever the kernel's own.
        const TICK_MS: f64 = 10.0;
        let id = self.process.id().context("the server has ended")?;
        let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
        // The second field is the name in parentheses, which may hold spaces.
        let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
        let fields: Vec<&str> = after.split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok());
        let (user, system) = ticks(11).zip(ticks(12)).context("reading /proc/PID/stat")?;
        Ok((user + system) * TICK_MS)
    }

    /// A measurement of a server that loses or miscounts is worth nothing: stops it and has it
    /// rebuild all estimates from the stored responses.
    pub async fn verify(&mut self) -> anyhow::Result<()> {
        let Some(trellis) = self.trellis.clone() else {
            return Ok(());
        };
        self.students.clear();
        self.process.kill().await?;
        let done = Command::new(trellis)
            .args(["verify", "--database"])
            .arg(&self.database)
            .output()
            .await?;
        if !done.status.success() {
            bail!(
                "after the load, `trellis verify` failed: {}",
                String::from_utf8_lossy(&done.stderr)
            );
        }
        Ok(())
    }
}
