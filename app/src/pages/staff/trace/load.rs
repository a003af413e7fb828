//! Reading the responses behind one estimate.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::client;
use crate::pages::staff::store::{StaffStore, TraceKey};

impl StaffStore {
    pub fn load_trace(self, key: TraceKey) {
        self.trace.update(|slot| slot.begin(key.clone()));
        spawn_local(async move {
            let (class, student, skill) = &key;
            let path = format!("/classes/{class}/students/{student}/skills/{skill}");
            let result = client::get(&path).await;
            if let Err(error) = &result {
                self.heard(error);
            }
            self.trace.update(|slot| slot.finish(&key, result));
        });
    }
}
