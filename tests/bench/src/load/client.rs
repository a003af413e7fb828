//! HTTP/1.1 as small as can be: on two cores a generator that works hard measures itself.

use std::net::SocketAddr;

use anyhow::{Context as _, bail};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// One connection that is kept.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    host: SocketAddr,
    pub cookie: Option<String>,
    /// What was read and not used yet.
    buffer: Vec<u8>,
}

#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Connection {
    pub async fn open(host: SocketAddr) -> anyhow::Result<Self> {
        if !host.ip().is_loopback() {
            bail!("{host} is not this machine: load goes to loopback only");
        }
        let stream = TcpStream::connect(host)
            .await
            .with_context(|| format!("reaching {host}"))?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            host,
            cookie: None,
            buffer: Vec::with_capacity(4096),
        })
    }

    pub async fn post(&mut self, path: &str, json: &[u8]) -> anyhow::Result<Response> {
        let cookie = self
            .cookie
            .as_ref()
            .map(|c| format!("cookie: {c}\r\n"))
            .unwrap_or_default();
        let mut request = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\n{cookie}content-type: application/json\r\n\
             content-length: {}\r\n\r\n",
            self.host,
            json.len()
        )
        .into_bytes();
        request.extend_from_slice(json);
        self.stream
            .write_all(&request)
            .await
            .context("sending a request")?;
        self.response().await
    }

    async fn response(&mut self) -> anyhow::Result<Response> {
        let end = loop {
            if let Some(at) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            self.fill().await?;
        };
        let head = String::from_utf8(self.buffer[..end].to_vec()).context("a response's head")?;
        let length: usize = header(&head, "content-length")
            .context("a response without content-length")?
            .parse()
            .context("a response's content-length")?;
        while self.buffer.len() < end + length {
            self.fill().await?;
        }
        let body = self.buffer[end..end + length].to_vec();
        self.buffer.drain(..end + length);
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok());
        Ok(Response {
            status: status.context("a response's status")?,
            head,
            body,
        })
    }

    async fn fill(&mut self) -> anyhow::Result<()> {
        let read = self
            .stream
            .read_buf(&mut self.buffer)
            .await
            .context("reading a response")?;
        if read == 0 {
            bail!("the server closed the connection");
        }
        Ok(())
    }
}

/// The value of a header, by its name in lower case.
pub fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then_some(value.trim())
    })
}
