//! Answers at a rate that does not wait for the server, as a district's do: a wait that a slow
//! moment causes for those behind it is counted.

use std::sync::Arc;
use std::time::Duration;

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;
use tokio::sync::{Mutex, mpsc};
use tokio::time::{Instant, sleep_until};

use super::closed::answer;
use super::target::Target;

/// Milliseconds from the instant each answer was due to its acknowledgement. Arrivals are a
/// Poisson process; an answer whose turn comes while all students are waiting, waits too.
pub async fn waits(target: &mut Target, rate: u32, length: Duration) -> anyhow::Result<Vec<f64>> {
    let mut rng = Pcg64Mcg::seed_from_u64(5);
    let (free, waiting) = mpsc::channel(target.students.len());
    for student in target.students.drain(..) {
        free.try_send(student).ok();
    }
    let waiting = Arc::new(Mutex::new(waiting));
    let start = Instant::now();
    let mut due = start;
    let mut answers = Vec::new();
    loop {
        due += Duration::from_secs_f64(gap(&mut rng) / f64::from(rate));
        if due > start + length {
            break;
        }
        sleep_until(due).await;
        let (free, waiting) = (free.clone(), Arc::clone(&waiting));
        answers.push(tokio::spawn(async move {
            let Some(mut student) = waiting.lock().await.recv().await else {
                anyhow::bail!("no student is left");
            };
            answer(&mut student).await?;
            let wait = due.elapsed().as_secs_f64() * 1_000.0;
            free.send(student).await.ok();
            Ok(wait)
        }));
    }
    let mut waits = Vec::with_capacity(answers.len());
    for answer in answers {
        waits.push(answer.await??);
    }
    Ok(waits)
}

/// Exponentially distributed with mean 1.
fn gap(rng: &mut Pcg64Mcg) -> f64 {
    let uniform = (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    -(1.0 - uniform).ln()
}
