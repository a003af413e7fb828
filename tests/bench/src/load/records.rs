//! What is answered: items of the embedded bank, right and wrong.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::UNIX_EPOCH;

use api::{DeviceId, ResponseBatch, ResponseId, ResponseRecord};
use item_bank::{Bank, Kind, RawAnswer, Template, TemplateRef};
use uuid::Uuid;

/// Numbers the responses of the whole run, so that no id comes twice.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// One student's device.
#[derive(Debug)]
pub struct Device {
    id: DeviceId,
    templates: Vec<&'static Template>,
    at: usize,
}

impl Device {
    pub fn new(number: usize) -> Self {
        let templates: Vec<_> = Bank::embedded().templates().collect();
        let id = DeviceId(Uuid::from_u128(0x7e11_0000 + number as u128));
        // each begins elsewhere, so that all skills are under way at once
        Self {
            id,
            at: number * 7,
            templates,
        }
    }

    /// A batch of one answer, as a student's tap makes it.
    pub fn next(&mut self) -> Vec<u8> {
        self.at += 1;
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let template = self.templates[self.at % self.templates.len()];
        let now_ms = now_ms();
        let record = ResponseRecord {
            id: ResponseId(v7(now_ms, number)),
            template: TemplateRef {
                id: template.id.clone(),
                version: template.version,
            },
            seed: (number as u32).wrapping_mul(0x9e37_79b9),
            attempt: 1,
            answer: answer(template.kind, number),
            hints: u8::from(number.is_multiple_of(6)),
            bridge: number.is_multiple_of(4),
            answered_at_ms: now_ms as i64,
            elapsed_ms: 8_000 + (number % 9_000) as u32,
        };
        let batch = ResponseBatch {
            device: self.id,
            sent_at_ms: now_ms as i64,
            responses: vec![record],
        };
        serde_json::to_vec(&batch).expect("a batch has only string keys")
    }
}

fn answer(kind: Kind, number: u64) -> RawAnswer {
    match kind {
        Kind::Choice => RawAnswer::Choice((number % 3) as u8),
        Kind::MultiSelect => RawAnswer::Choices(vec![(number % 3) as u8]),
        _ => RawAnswer::Text(format!("{}/{}", number % 12, 2 + number % 9)),
    }
}

/// In time order, as devices make them.
fn v7(now_ms: u64, number: u64) -> Uuid {
    let mut tail = [0; 10];
    tail[2..].copy_from_slice(&number.to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(now_ms, &tail).into_uuid()
}

#[expect(
    clippy::disallowed_methods,
    reason = "plays the device, which has a clock of its own"
)]
fn now_ms() -> u64 {
    let since = std::time::SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as u64)
}
