//! Durable appends a second, and CPU for each, with group commit and with a transaction for each
//! response, interleaved in one run: rates of two runs say nothing about each other, their ratio
//! within a run does (`shared/QUALITY.md` section 2.4).
//!
//! `append_rate [--seconds N] [--callers N] [--rounds N] [--dir FOLDER]` prints a line of JSON.

use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use api::{DeviceId, OrgId, ResponseId, ResponseRecord, SupportLevel, UserId};
use engine::{AbilityPrior, Help, ItemParams, SchoolDay, SkillParams};
use item_bank::{RawAnswer, TemplateRef, Verdict};
use store::{
    CredentialHash, GradedResponse, NewOrg, NewStudent, OrgKind, Provision, Responses, Scored,
    StoreError,
};
use store_sqlite::{OpenOptions, SqliteStore};
use uuid::Uuid;

const STUDENTS: u64 = 5_000;
const DAY_MS: i64 = 1_788_274_800_000;

struct Setting {
    measured: Duration,
    callers: u64,
    rounds: u32,
    dir: PathBuf,
}

/// What one way of writing came to, over all its rounds.
#[derive(Default)]
struct Tally {
    responses: u64,
    seconds: f64,
    cpu_ms: f64,
    commits: u64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let setting = setting()?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let mut tallies = [Tally::default(), Tally::default()];
    for round in 0..setting.rounds {
        let grouped = OpenOptions::default();
        let single = OpenOptions {
            group_jobs: std::num::NonZeroUsize::MIN,
            ..grouped
        };
        for (tally, options) in tallies.iter_mut().zip([grouped, single]) {
            runtime.block_on(run(&setting, u64::from(round), options, tally))?;
        }
    }
    let [grouped, single] = tallies;
    println!(
        r#"{{"callers":{},"group":{},"single":{},"ratio":{:.2}}}"#,
        setting.callers,
        grouped.json(),
        single.json(),
        grouped.rate() / single.rate(),
    );
    Ok(())
}

fn setting() -> Result<Setting, Box<dyn Error>> {
    let mut setting = Setting {
        measured: Duration::from_secs(2),
        callers: 64,
        rounds: 3,
        dir: std::env::temp_dir(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words
            .next()
            .ok_or_else(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--seconds" => setting.measured = Duration::from_secs_f64(value.parse()?),
            "--callers" => setting.callers = value.parse()?,
            "--rounds" => setting.rounds = value.parse()?,
            "--dir" => setting.dir = value.into(),
            _ => return Err(format!("{word} is not an option; see the head of this file").into()),
        }
    }
    Ok(setting)
}

impl Tally {
    fn rate(&self) -> f64 {
        self.responses as f64 / self.seconds
    }

    fn json(&self) -> String {
        let each = self.cpu_ms / self.responses as f64;
        let per_commit = self.responses as f64 / self.commits as f64;
        format!(
            r#"{{"responses_per_s":{:.0},"cpu_ms_per_response":{each:.4},"responses_per_commit":{per_commit:.1}}}"#,
            self.rate()
        )
    }
}

async fn run(
    setting: &Setting,
    round: u64,
    options: OpenOptions,
    tally: &mut Tally,
) -> Result<(), Box<dyn Error>> {
    let name = format!(
        "append_rate-{}-{round}-{}",
        std::process::id(),
        options.group_jobs
    );
    let folder = setting.dir.join(name);
    let store = Arc::new(SqliteStore::open(folder.join("trellis.db"), options).await?);
    provision(&store).await?;
    let before = store
        .writer_stats()
        .map_or(0, |stats| stats.group_size.count);
    let next = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    let cpu = cpu_ms()?;
    let callers: Vec<_> = (0..setting.callers)
        .map(|_| {
            let (store, next) = (Arc::clone(&store), Arc::clone(&next));
            tokio::spawn(caller(store, next, started + setting.measured))
        })
        .collect();
    for caller in callers {
        caller.await??;
    }
    tally.seconds += started.elapsed().as_secs_f64();
    tally.cpu_ms += cpu_ms()? - cpu;
    tally.responses += next.load(Ordering::Relaxed);
    tally.commits += store
        .writer_stats()
        .map_or(0, |stats| stats.group_size.count)
        - before;
    store.close().await;
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

/// One after another, as a connection does: each waits until the one before is on the disk.
async fn caller(
    store: Arc<SqliteStore>,
    next: Arc<AtomicU64>,
    until: Instant,
) -> Result<(), StoreError> {
    while Instant::now() < until {
        let n = next.fetch_add(1, Ordering::Relaxed);
        store
            .append(student(n % STUDENTS), vec![response(n)])
            .await?;
    }
    Ok(())
}

async fn provision(store: &SqliteStore) -> Result<(), StoreError> {
    let school = OrgId(Uuid::from_u128(1));
    let org = NewOrg {
        id: school,
        parent: None,
        kind: OrgKind::School,
        name: "Bench".to_owned(),
    };
    store.add_orgs(vec![org]).await?;
    let students = (0..STUDENTS).map(|n| NewStudent {
        id: student(n),
        org: school,
        given_name: "Sam".to_owned(),
        family_name: format!("{n}"),
        home_language: None,
        support: SupportLevel::None,
        credential: CredentialHash(String::new()),
    });
    store.add_students(students.collect()).await
}

fn student(n: u64) -> UserId {
    UserId(v7(n))
}

/// In time order, as devices make them.
fn v7(n: u64) -> Uuid {
    let mut tail = [0; 10];
    tail[2..].copy_from_slice(&n.to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(DAY_MS as u64 + n / 4, &tail).into_uuid()
}

fn response(n: u64) -> GradedResponse {
    const SKILLS: [&str; 4] = [
        "5.NF.A.1-add-unlike",
        "6.RP.A.2-unit-rate",
        "6.RP.A.3c-percent",
        "6.NS.A.1-divide",
    ];
    let code = SKILLS[(n / STUDENTS) as usize % SKILLS.len()];
    let at_ms = DAY_MS + n as i64;
    let codes = "bench codes are codes";
    GradedResponse {
        record: ResponseRecord {
            id: ResponseId(v7(n)),
            template: TemplateRef {
                id: format!("{code}-b").parse().expect(codes),
                version: 1,
            },
            seed: n as u32,
            attempt: 1,
            answer: RawAnswer::Text("17/24".to_owned()),
            hints: 0,
            bridge: false,
            answered_at_ms: at_ms,
            elapsed_ms: 21_000,
        },
        device: DeviceId(v7(n % STUDENTS)),
        skill: code.parse().expect(codes),
        result: Verdict::Correct,
        hints_of: 3,
        received_at_ms: at_ms,
        effective_at_ms: at_ms,
        scored: Some(Scored {
            correct: !n.is_multiple_of(3),
            item: ItemParams::default(),
            help: Help { depth: 0, of: 3 },
            bridged: false,
            day: SchoolDay::from_epoch_ms(at_ms),
            params: SkillParams {
                forget_daily: 0.01,
                guess_slope: 1.0,
                slip_slope: 1.0,
                ..SkillParams::plain(0.3, 0.15, 0.1, 0.1).expect("bench parameters are parameters")
            },
            prior: AbilityPrior::default(),
        }),
    }
}

/// Of this process, callers included. Linux counts in hundredths of a second (`man 5 proc`).
fn cpu_ms() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or("")
        .split_whitespace()
        .collect();
    let ticks = |at: usize| -> Result<f64, Box<dyn Error>> {
        Ok(fields
            .get(at)
            .ok_or("/proc/self/stat is too short")?
            .parse::<f64>()?)
    };
    Ok((ticks(11)? + ticks(12)?) * 10.0)
}
