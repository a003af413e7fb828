use serde_json::json;

use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn a_student_signs_in_however_they_type() {
    let server = Running::start().await;
    for (code, name, pin) in [
        ("MAPLE-27", "Ana Rivera", "1234"),
        ("maple27", "ana r", "1234"),
        (" Maple 27 ", "ANA R.", " 1234 "),
        ("maple-27", "jose", "3333"),
        ("maple-27", "José Núñez", "3333"),
        ("MAPLE 27", "liam", "2345"),
    ] {
        let mut client = server.client();
        let reply = client
            .sign_in_student(code, name, pin)
            .await
            .expect_status(200);
        let session: api::Session = reply.json();
        assert_eq!(session.role, api::Role::Student, "{code} {name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reply_says_who_is_signed_in() {
    let server = Running::start().await;
    let mut client = server.client();
    let reply = client
        .sign_in_student("MAPLE-27", "Ana R", "1234")
        .await
        .expect_status(200);
    let session: api::Session = reply.json();
    assert_eq!(session.user, server.district.ana);
    assert_eq!(session.display_name, "Ana R.");
    assert_eq!(session.home_language, Some("es".parse().unwrap()));
    let again: api::Session = client
        .get("/api/v1/session")
        .await
        .expect_status(200)
        .json();
    assert_eq!(again, session);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_pin_name_or_class_get_the_same_reply() {
    let server = Running::start().await;
    let mut client = server.client();
    let mut problems = Vec::new();
    for (code, name, pin) in [
        ("MAPLE-27", "Liam", "9999"),
        ("MAPLE-27", "Nobody", "2345"),
        ("BIRCH-99", "Liam", "2345"),
        // a student of another class
        ("CEDAR-31", "Liam", "2345"),
    ] {
        let reply = client.sign_in_student(code, name, pin).await;
        problems.push(reply.expect_problem(401, "wrong-sign-in"));
    }
    assert!(problems.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(problems[0]["remedy"].as_str().unwrap().contains("teacher"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_of_a_name_are_asked_for_more() {
    let server = Running::start().await;
    let mut client = server.client();
    let problem = client.sign_in_student("MAPLE-27", "ana", "1234").await;
    let problem = problem.expect_problem(409, "ambiguous-name");
    assert_eq!(problem["field"], "name");
    assert!(problem["remedy"].as_str().unwrap().contains("family name"));
    client
        .sign_in_student("MAPLE-27", "ana s", "2222")
        .await
        .expect_status(200);
    // Asking for names over and over is slowed as guessing is.
    for _ in 0..4 {
        client
            .sign_in_student("MAPLE-27", "ana", "1")
            .await
            .expect_status(409);
    }
    client
        .sign_in_student("MAPLE-27", "ana", "1")
        .await
        .expect_problem(429, "too-many-tries");
    client
        .sign_in_student("MAPLE-27", "ana r", "1234")
        .await
        .expect_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_a_pin_is_slowed_whatever_the_spelling() {
    let server = Running::start().await;
    let mut client = server.client();
    let spellings = ["liam", "LIAM", "liam c", "Liam C.", "liam chen"];
    for (n, name) in spellings.into_iter().enumerate() {
        let pin = format!("000{n}");
        let reply = client.sign_in_student("MAPLE-27", name, &pin).await;
        reply.expect_problem(401, "wrong-sign-in");
    }
    let reply = client
        .sign_in_student("MAPLE-27", "Liam  Chen", "2345")
        .await;
    let problem = reply.expect_problem(429, "too-many-tries");
    assert!(problem["remedy"].as_str().unwrap().contains("Your teacher"));
    // The whole class sits behind one address: nobody else is held up.
    client
        .sign_in_student("MAPLE-27", "jose", "3333")
        .await
        .expect_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_boxes_are_named() {
    let server = Running::start().await;
    let mut client = server.client();
    for field in ["class_code", "name", "pin"] {
        let mut body = json!({ "class_code": "MAPLE-27", "name": "Ana", "pin": "1234" });
        body[field] = json!("  ");
        let reply = client.post("/api/v1/session/student", &body).await;
        assert_eq!(reply.expect_problem(400, "malformed")["field"], field);
    }
}
