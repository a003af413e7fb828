use std::path::Path;

use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn the_description_is_served_and_committed() {
    let server = Running::start().await;
    let served = server
        .client()
        .get("/api/v1/openapi.json")
        .await
        .expect_status(200)
        .value();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let committed: serde_json::Value = serde_json::from_str(&committed).unwrap_or_default();
    assert!(
        served == committed,
        "the API has changed and docs/openapi.json has not: look at the difference, then run\n\
         cargo run --bin trellis -- openapi > docs/openapi.json"
    );
}
