//! A browser's part: the cookie by hand, and a look at every reply's headers.

use std::net::SocketAddr;

use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, SET_COOKIE};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub struct Client {
    http: reqwest::Client,
    origin: String,
    /// `name=value`, as the browser would send it.
    pub cookie: Option<String>,
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self {
            http,
            origin: format!("http://{address}"),
            cookie: None,
        }
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A request to be finished by the test; give it to [`Client::send`].
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.origin));
        match &self.cookie {
            Some(cookie) => request.header(COOKIE, cookie),
            None => request,
        }
    }

    pub async fn send(&mut self, request: RequestBuilder) -> Reply {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        check_headers(&headers);
        self.keep_cookie(&headers);
        let bytes = response.bytes().await.unwrap().to_vec();
        let reply = Reply {
            status,
            headers,
            bytes,
        };
        reply.check_problem();
        reply
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        let request = self.request(Method::GET, path);
        self.send(request).await
    }

    pub async fn delete(&mut self, path: &str) -> Reply {
        let request = self.request(Method::DELETE, path);
        self.send(request).await
    }

    pub async fn post(&mut self, path: &str, body: &impl Serialize) -> Reply {
        let request = self.request(Method::POST, path).json(body);
        self.send(request).await
    }

    pub async fn put(&mut self, path: &str, body: &impl Serialize) -> Reply {
        let request = self.request(Method::PUT, path).json(body);
        self.send(request).await
    }

    /// Bytes that may not be JSON, marked as it.
    pub async fn post_raw(&mut self, path: &str, body: impl Into<reqwest::Body>) -> Reply {
        let request = self.request(Method::POST, path);
        self.send(request.header(CONTENT_TYPE, "application/json").body(body))
            .await
    }

    pub async fn sign_in_student(&mut self, class_code: &str, name: &str, pin: &str) -> Reply {
        let body = json!({ "class_code": class_code, "name": name, "pin": pin });
        self.post("/api/v1/session/student", &body).await
    }

    pub async fn sign_in_staff(&mut self, username: &str, password: &str) -> Reply {
        let body = json!({ "username": username, "password": password });
        self.post("/api/v1/session/staff", &body).await
    }

    fn keep_cookie(&mut self, headers: &HeaderMap) {
        for value in headers.get_all(SET_COOKIE) {
            let text = value.to_str().unwrap();
            let (pair, attributes) = text.split_once(';').unwrap();
            for attribute in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
                assert!(attributes.contains(attribute), "no {attribute} in {text}");
            }
            assert!(pair.starts_with("__Host-trellis="), "{text}");
            assert!(!attributes.contains("Domain"), "{text}");
            self.cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
        }
    }
}

/// On every reply of every test.
pub fn check_headers(headers: &HeaderMap) {
    for (name, value) in server::http::SECURITY_HEADERS {
        let found = headers
            .get(&name)
            .unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(found, value);
    }
}

impl Reply {
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    pub fn value(&self) -> Value {
        self.json()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    #[track_caller]
    pub fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    /// A problem of this code.
    #[track_caller]
    pub fn expect_problem(self, status: u16, code: &str) -> Value {
        let reply = self.expect_status(status);
        let problem = reply.value();
        assert_eq!(problem["code"], code, "{problem}");
        problem
    }

    /// Whatever is refused is refused with a whole problem.
    fn check_problem(&self) {
        if !self.status.is_client_error() && !self.status.is_server_error() {
            return;
        }
        let kind = self.header("content-type").unwrap_or_default();
        if kind.starts_with("text/html") {
            return;
        }
        assert_eq!(
            kind,
            "application/problem+json",
            "{} {}",
            self.status,
            self.text()
        );
        let problem: api::Problem = self.json();
        assert_eq!(problem.status, self.status.as_u16());
        assert_eq!(problem.kind, format!("/problems/{}", problem.code.as_str()));
        for words in [&problem.title, &problem.detail, &problem.remedy] {
            assert!(!words.is_empty(), "{problem:?}");
        }
        let retry = self
            .header("retry-after")
            .map(|seconds| seconds.parse().unwrap());
        assert_eq!(retry, problem.retry_after_s, "{problem:?}");
    }
}
