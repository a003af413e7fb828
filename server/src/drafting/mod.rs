//! Drafts by a language model that the district runs: off unless the operator names an endpoint.
//!
//! Architecture invariants:
//! - only this room talks to the model, and only when a member of staff asks;
//! - what goes out holds no student data: it is looked through first (`outgoing`);
//! - what comes back is untrusted text: its form is strict (`reply`), the checks of the bridge go over
//!   it (`readings::Checks`), and what passes is a draft that nobody has approved;
//! - every time that somebody asks leaves a row that is never changed.

mod ask;
mod breaker;
mod cache;
mod client;
mod endpoint;
mod outgoing;
mod prompt;
mod reply;

pub use ask::draft;
pub use endpoint::{BadEndpoint, Endpoint};

use std::time::Duration;

use api::DraftingModel;
use tokio::sync::Semaphore;

use breaker::Breaker;
use cache::Cache;
use client::Client;

/// Drafts at a time: the model is the district's one machine.
const AT_A_TIME: usize = 1;

/// The language model of this server.
#[derive(Debug)]
pub struct Drafter {
    client: Client,
    model: String,
    timeout: Duration,
    turns: Semaphore,
    breaker: Breaker,
    cache: Cache,
}

impl Drafter {
    pub fn new(endpoint: Endpoint) -> Result<Self, BadEndpoint> {
        Ok(Self {
            model: endpoint.model.clone(),
            timeout: endpoint.timeout,
            client: Client::new(endpoint)?,
            turns: Semaphore::new(AT_A_TIME),
            breaker: Breaker::default(),
            cache: Cache::default(),
        })
    }

    /// As staff are told of it.
    pub fn model(&self) -> DraftingModel {
        DraftingModel {
            name: self.model.clone(),
        }
    }

    /// How long a request that asks for a draft may take: a turn may have to be waited for.
    pub fn patience(&self) -> Duration {
        2 * self.timeout + Duration::from_secs(5)
    }
}
