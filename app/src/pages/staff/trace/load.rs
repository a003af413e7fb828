//! Reading the responses behind one estimate.

use api::EstimateTrace;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pinning::Pinning;
use crate::api::client;
use crate::pages::staff::store::{StaffStore, TraceKey};

impl StaffStore {
    pub fn load_trace(self, key: TraceKey) {
        self.trace.update(|slot| slot.begin(key.clone()));
        spawn_local(async move {
            let (class, student, skill) = &key;
            let path = format!("/classes/{class}/students/{student}/skills/{skill}");
            let mut result = client::get::<EstimateTrace>(&path).await;
            match &mut result {
                Ok(trace) => {
                    let pin = trace.pin.take();
                    if self.trace.with_untracked(|slot| slot.is(&key)) {
                        self.pinning.set(Pinning::of(pin));
                    }
                }
                Err(error) => self.heard(error),
            }
            self.trace.update(|slot| slot.finish(&key, result));
        });
    }
}
