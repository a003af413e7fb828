//! As many answers as the server takes: each student sends the next when the last is acknowledged.

use std::time::{Duration, Instant};

use anyhow::bail;

use super::target::{Student, Target};

/// One turn of one server.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// Acknowledged answers a second.
    pub rate: f64,
    /// The server's CPU time for each.
    pub cpu_ms: f64,
}

pub async fn turn(target: &mut Target, length: Duration) -> anyhow::Result<Turn> {
    let cpu = target.cpu_ms()?;
    let start = Instant::now();
    let until = start + length;
    let running: Vec<_> = std::mem::take(&mut target.students)
        .into_iter()
        .map(|student| tokio::spawn(answer_until(student, until)))
        .collect();
    let mut acknowledged = 0_u32;
    for student in running {
        let (student, count) = student.await??;
        target.students.push(student);
        acknowledged += count;
    }
    let seconds = start.elapsed().as_secs_f64();
    let cpu = target.cpu_ms()? - cpu;
    Ok(Turn {
        rate: f64::from(acknowledged) / seconds,
        cpu_ms: cpu / f64::from(acknowledged.max(1)),
    })
}

async fn answer_until(mut student: Student, until: Instant) -> anyhow::Result<(Student, u32)> {
    let mut count = 0;
    while Instant::now() < until {
        answer(&mut student).await?;
        count += 1;
    }
    Ok((student, count))
}

/// Posts one answer and sees it acknowledged.
pub async fn answer(student: &mut Student) -> anyhow::Result<()> {
    let body = student.device.next();
    let reply = student.connection.post("/api/v1/responses", &body).await?;
    let text = String::from_utf8_lossy(&reply.body);
    if reply.status != 200 || text.contains("\"rejected\"") {
        bail!("an answer was refused with {}: {text}", reply.status);
    }
    Ok(())
}
