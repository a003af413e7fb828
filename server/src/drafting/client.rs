//! One POST to the model, within its limits.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::redirect::Policy;

use super::endpoint::{BadEndpoint, Endpoint};

/// Bytes that a request may have.
pub(super) const LARGEST_REQUEST: usize = 64 * 1024;
/// Bytes that are read of an answer.
const LARGEST_ANSWER: usize = 256 * 1024;

#[derive(Debug)]
pub(super) struct Client {
    http: reqwest::Client,
    url: reqwest::Url,
    authorization: Option<HeaderValue>,
    timeout: Duration,
}

/// Why there is no answer. Nothing of what the endpoint said is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoAnswer {
    TooLarge,
    TimedOut,
    Unreachable,
    /// Another status than 200.
    Status(u16),
}

impl Client {
    pub fn new(endpoint: Endpoint) -> Result<Self, BadEndpoint> {
        let http = reqwest::Client::builder()
            // neither the environment nor the endpoint sends it elsewhere
            .no_proxy()
            .redirect(Policy::none())
            .build()
            .map_err(|error| BadEndpoint::Client(error.to_string()))?;
        let authorization = endpoint.key.map(|key| {
            let mut value = HeaderValue::try_from(format!("Bearer {key}"))
                .map_err(|error| BadEndpoint::Client(error.to_string()))?;
            value.set_sensitive(true);
            Ok(value)
        });
        Ok(Self {
            http,
            url: endpoint.url,
            authorization: authorization.transpose()?,
            timeout: endpoint.timeout,
        })
    }

    pub async fn post(&self, json: String) -> Result<Vec<u8>, NoAnswer> {
        let within = tokio::time::timeout(self.timeout, self.exchange(json));
        within.await.unwrap_or(Err(NoAnswer::TimedOut))
    }

    async fn exchange(&self, json: String) -> Result<Vec<u8>, NoAnswer> {
        let mut request = self
            .http
            .post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .body(json);
        if let Some(key) = &self.authorization {
            request = request.header(AUTHORIZATION, key.clone());
        }
        let mut response = request.send().await.map_err(|_| NoAnswer::Unreachable)?;
        if response.status() != reqwest::StatusCode::OK {
            return Err(NoAnswer::Status(response.status().as_u16()));
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|_| NoAnswer::Unreachable)? {
            if body.len() + chunk.len() > LARGEST_ANSWER {
                return Err(NoAnswer::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }
}
