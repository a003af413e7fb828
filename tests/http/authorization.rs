//! Who may do what: one table, and a failure for a route that has no row in it.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

mod readings;

use crate::support::{Answering, Client, District, Running, batch, check_headers};

/// Status for: nobody, a student of the class, a student of another class, the class's teacher,
/// another teacher.
type Row = (&'static str, &'static str, [u16; 5]);

const WHO: [&str; 5] = ["nobody", "ana", "bao", "okafor", "nguyen"];

/// Ids in the paths are those of Ms. Okafor's class.
const TABLE: &[Row] = &[
    ("POST", "/api/v1/session/staff", [200, 200, 200, 200, 200]),
    ("POST", "/api/v1/session/student", [200, 200, 200, 200, 200]),
    ("GET", "/api/v1/session", [401, 200, 200, 200, 200]),
    ("DELETE", "/api/v1/session", [204, 204, 204, 204, 204]),
    ("GET", "/api/v1/plan", [401, 200, 200, 403, 403]),
    ("PUT", "/api/v1/plan/preferences", [401, 204, 204, 403, 403]),
    ("POST", "/api/v1/responses", [401, 200, 200, 403, 403]),
    ("POST", "/api/v1/bridge/uses", [401, 200, 200, 403, 403]),
    ("GET", "/api/v1/languages", [200, 200, 200, 200, 200]),
    ("GET", "/api/v1/bridge/languages", [401, 403, 403, 200, 200]),
    (
        "GET",
        "/api/v1/bridge/languages/{language}/texts",
        [401, 403, 403, 200, 200],
    ),
    // neither is named a reader of it
    (
        "POST",
        "/api/v1/bridge/languages/{language}/reviews",
        [401, 403, 403, 403, 403],
    ),
    ("GET", "/api/v1/bridge/packs", [401, 403, 403, 200, 200]),
    ("POST", "/api/v1/bridge/analyses", [401, 403, 403, 200, 200]),
    (
        "GET",
        "/api/v1/bridge/needed-cards",
        [401, 403, 403, 200, 200],
    ),
    (
        "POST",
        "/api/v1/bridge/needed-cards",
        [401, 403, 403, 204, 204],
    ),
    // nobody asked for it
    (
        "DELETE",
        "/api/v1/bridge/needed-cards/{word}",
        [401, 403, 403, 404, 404],
    ),
    ("GET", "/api/v1/readings", [401, 403, 403, 200, 200]),
    ("POST", "/api/v1/readings", [401, 403, 403, 201, 201]),
    // a draft is its author's alone
    (
        "GET",
        "/api/v1/readings/{reading}",
        [401, 403, 403, 200, 404],
    ),
    (
        "PUT",
        "/api/v1/readings/{reading}",
        [401, 403, 403, 200, 404],
    ),
    (
        "POST",
        "/api/v1/readings/{reading}/copies",
        [401, 403, 403, 201, 404],
    ),
    (
        "GET",
        "/api/v1/readings/{reading}/preview",
        [401, 403, 403, 200, 404],
    ),
    // the school sees it from then on, and only its author may change what it is
    (
        "POST",
        "/api/v1/readings/{reading}/approve",
        [401, 403, 403, 200, 403],
    ),
    (
        "POST",
        "/api/v1/readings/{reading}/retire",
        [401, 403, 403, 200, 404],
    ),
    (
        "POST",
        "/api/v1/readings/{reading}/assignments",
        [401, 403, 403, 409, 404],
    ),
    (
        "DELETE",
        "/api/v1/readings/{reading}/assignments/{class}",
        [401, 403, 403, 404, 404],
    ),
    // its author is not named a reader of the language
    (
        "POST",
        "/api/v1/readings/{reading}/cores/{language}/review",
        [401, 403, 403, 403, 404],
    ),
    // no language model is set
    (
        "POST",
        "/api/v1/readings/{reading}/drafts",
        [401, 403, 403, 409, 404],
    ),
    ("GET", "/api/v1/pathways", [401, 403, 403, 200, 200]),
    ("GET", "/api/v1/classes", [401, 403, 403, 200, 200]),
    (
        "GET",
        "/api/v1/classes/{class}/mastery",
        [401, 403, 403, 200, 404],
    ),
    (
        "GET",
        "/api/v1/classes/{class}/events",
        [401, 403, 403, 200, 404],
    ),
    (
        "GET",
        "/api/v1/classes/{class}/students/{student}/skills/{skill}",
        [401, 403, 403, 200, 404],
    ),
    (
        "PUT",
        "/api/v1/classes/{class}/students/{student}/skills/{skill}/pin",
        [401, 403, 403, 204, 404],
    ),
    (
        "DELETE",
        "/api/v1/classes/{class}/students/{student}/skills/{skill}/pin",
        [401, 403, 403, 204, 404],
    ),
    (
        "GET",
        "/api/v1/classes/{class}/settings",
        [401, 403, 403, 200, 404],
    ),
    (
        "PUT",
        "/api/v1/classes/{class}/settings",
        [401, 403, 403, 204, 404],
    ),
    (
        "GET",
        "/api/v1/classes/{class}/bridge",
        [401, 403, 403, 200, 404],
    ),
    (
        "PUT",
        "/api/v1/classes/{class}/students/{student}/support",
        [401, 403, 403, 204, 404],
    ),
    (
        "DELETE",
        "/api/v1/classes/{class}/students/{student}/support",
        [401, 403, 403, 204, 404],
    ),
    (
        "POST",
        "/api/v1/classes/{class}/assignments",
        [401, 403, 403, 201, 404],
    ),
    (
        "DELETE",
        "/api/v1/assignments/{assignment}",
        [401, 403, 403, 204, 404],
    ),
    (
        "GET",
        "/api/v1/content/templates",
        [401, 403, 403, 200, 200],
    ),
    // content is the district's: another teacher meets what this one did before
    (
        "POST",
        "/api/v1/content/templates",
        [401, 403, 403, 201, 409],
    ),
    (
        "GET",
        "/api/v1/content/templates/{template}",
        [401, 403, 403, 200, 200],
    ),
    (
        "GET",
        "/api/v1/content/templates/{template}/versions/{version}",
        [401, 403, 403, 200, 200],
    ),
    (
        "GET",
        "/api/v1/content/templates/{template}/revisions/{revision}",
        [401, 403, 403, 404, 404],
    ),
    (
        "PUT",
        "/api/v1/content/templates/{template}/draft",
        [401, 403, 403, 409, 409],
    ),
    (
        "POST",
        "/api/v1/content/templates/{template}/submit",
        [401, 403, 403, 409, 409],
    ),
    (
        "POST",
        "/api/v1/content/templates/{template}/approve",
        [401, 403, 403, 409, 409],
    ),
    (
        "POST",
        "/api/v1/content/templates/{template}/return",
        [401, 403, 403, 409, 409],
    ),
    (
        "POST",
        "/api/v1/content/templates/{template}/publish",
        [401, 403, 403, 409, 409],
    ),
    (
        "POST",
        "/api/v1/content/templates/{template}/retire",
        [401, 403, 403, 200, 409],
    ),
    ("POST", "/api/v1/content/preview", [401, 403, 403, 200, 200]),
    ("GET", "/api/v1/content/skills", [401, 403, 403, 200, 200]),
    (
        "GET",
        "/api/v1/content/attribution",
        [401, 403, 403, 200, 200],
    ),
    (
        "GET",
        "/api/v1/content/passages/{passage}",
        [401, 403, 403, 200, 200],
    ),
    ("GET", "/api/v1/openapi.json", [200, 200, 200, 200, 200]),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_each_as_the_table_says() {
    for (method, path, expected) in TABLE {
        // A server for each row: of all five only the class's teacher can change anything, and what
        // another teacher hears must not depend on it.
        let server = Running::start().await;
        if path.contains("{reading}") {
            readings::seed(&server).await;
        }
        for (who, expected) in WHO.into_iter().zip(expected) {
            let mut client = sign_in(&server, who).await;
            let found = ask(&server, &mut client, method, path).await;
            assert_eq!(found, *expected, "{who}: {method} {path}");
        }
    }
}

#[test]
fn every_route_of_the_description_has_a_row() {
    let document = serde_json::to_value(server::http::document()).unwrap();
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| methods(item).map(move |method| (method, path.clone())))
        .collect();
    let rows: BTreeSet<(String, String)> = TABLE
        .iter()
        .map(|(method, path, _)| ((*method).into(), (*path).into()))
        .collect();
    assert_eq!(
        rows, described,
        "rows of TABLE on the left, routes on the right"
    );
}

fn methods(item: &Value) -> impl Iterator<Item = String> {
    let known = ["get", "post", "put", "delete", "patch"];
    let item = item.clone();
    known
        .into_iter()
        .filter(move |name| item.get(name).is_some())
        .map(str::to_uppercase)
}

async fn sign_in(server: &Running, who: &str) -> Client {
    match who {
        "ana" => server.ana().await,
        "bao" => server.bao().await,
        "okafor" | "nguyen" => server.teacher(who).await,
        _ => server.client(),
    }
}

async fn ask(server: &Running, client: &mut Client, method: &str, path: &str) -> u16 {
    let district = &server.district;
    let path = path
        .replace("{class}", &district.maple.to_string())
        .replace("{student}", &district.ana.to_string())
        .replace("{skill}", "6.RP.A.3b-unit-rate")
        .replace("{template}", answering().template.id.as_str())
        .replace("{version}", "1")
        .replace("{revision}", "1")
        .replace("{passage}", passage())
        .replace("{language}", "es")
        .replace("{reading}", &readings::id().to_string())
        .replace("{word}", "chlorophyll")
        .replace("{assignment}", &district.assigned.to_string());
    let path = match method {
        "DELETE" if path.ends_with("/support") => format!("{path}?skill=6.RP.A.3b-unit-rate"),
        _ => path,
    };
    let mut request = client.request(Method::from_bytes(method.as_bytes()).unwrap(), &path);
    if let Some(body) = body_of(&path).filter(|_| method != "DELETE" && method != "GET") {
        request = request.json(&body);
    }
    // An event stream never ends, so only its head is awaited.
    let response = request.send().await.unwrap();
    check_headers(response.headers());
    response.status().as_u16()
}

fn answering() -> Answering {
    Answering::number()
}

fn passage() -> &'static str {
    let passages = item_bank::Bank::embedded().passages();
    passages[0].id.as_str()
}

fn body_of(path: &str) -> Option<Value> {
    if path.contains("/readings") {
        return readings::body_of(path);
    }
    let answering = answering();
    match path.rsplit('/').next()? {
        "analyses" => Some(json!({ "text": "A unit rate is a rate." })),
        "needed-cards" => Some(json!({ "words": ["stomata"] })),
        "staff" => Some(json!({ "username": "okafor", "password": District::PASSWORD })),
        "student" => Some(json!({ "class_code": "MAPLE-27", "name": "Liam", "pin": "2345" })),
        "preferences" => Some(json!({ "home_language": null })),
        "uses" => Some(json!({ "sent_at_ms": 1, "uses": [] })),
        "reviews" => Some(json!({ "decisions": [] })),
        "support" => Some(json!({ "level": "exited", "skill": null })),
        "responses" => Some(json!(batch(vec![answering.record(answering.right())]))),
        "settings" => Some(json!({ "mastery_threshold": 0.9, "success_target": 0.8 })),
        "templates" => Some(json!({ "template": answering.template })),
        "draft" => Some(json!({ "revision": 1, "template": answering.template })),
        "submit" | "approve" | "return" | "publish" | "retire" => {
            Some(json!({ "revision": 1, "note": null }))
        }
        "preview" => Some(json!({ "template": answering.template, "seeds": [1] })),
        "assignments" => Some(json!({ "pathway": District::OTHER_PATHWAY })),
        _ => None,
    }
}
