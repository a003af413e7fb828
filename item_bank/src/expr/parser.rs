//! Tokens to a tree, by precedence climbing.

use super::ExprError;
use super::lexer::{Token, lex, unexpected};
use crate::Rational;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Number(Rational),
    Text(String),
    Name(String),
    Not(Box<Expr>),
    Negate(Box<Expr>),
    Binary(BinaryOp, Box<(Expr, Expr)>),
    Call(String, Vec<Expr>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BinaryOp {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
}

impl BinaryOp {
    fn of(token: &Token) -> Option<Self> {
        Some(match token {
            Token::Symbol(symbol) => match *symbol {
                "=" => Self::Equal,
                "!=" => Self::NotEqual,
                "<" => Self::Less,
                "<=" => Self::LessEqual,
                ">" => Self::Greater,
                ">=" => Self::GreaterEqual,
                "+" => Self::Add,
                "-" => Self::Subtract,
                "*" => Self::Multiply,
                "/" => Self::Divide,
                "^" => Self::Power,
                _ => return None,
            },
            Token::Name(name) => match name.as_str() {
                "or" => Self::Or,
                "and" => Self::And,
                "mod" => Self::Modulo,
                _ => return None,
            },
            _ => return None,
        })
    }

    fn precedence(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Equal
            | Self::NotEqual
            | Self::Less
            | Self::LessEqual
            | Self::Greater
            | Self::GreaterEqual => 4,
            Self::Add | Self::Subtract => 5,
            Self::Multiply | Self::Divide | Self::Modulo => 6,
            Self::Power => 8,
        }
    }
}

const NOT: u8 = 3;
const NEGATE: u8 = 7;
/// Deep enough for any author, shallow enough for any stack.
const MAX_DEPTH: u8 = 48;

pub(crate) fn parse(source: &str) -> Result<Expr, ExprError> {
    let mut parser = Parser {
        source,
        tokens: lex(source)?,
        at: 0,
        depth: 0,
    };
    let expr = parser.expression(0)?;
    match parser.tokens.get(parser.at) {
        None => Ok(expr),
        Some(_) => Err(parser.refuse()),
    }
}

struct Parser<'s> {
    source: &'s str,
    tokens: Vec<(usize, Token)>,
    at: usize,
    depth: u8,
}

impl Parser<'_> {
    fn expression(&mut self, least: u8) -> Result<Expr, ExprError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(ExprError::TooDeep(self.source.to_owned()));
        }
        let mut left = self.operand()?;
        while let Some(op) = self
            .peek()
            .and_then(BinaryOp::of)
            .filter(|op| op.precedence() > least)
        {
            self.at += 1;
            // a power binds to the right: 2^3^2 = 2^9
            let floor = if op == BinaryOp::Power {
                op.precedence() - 1
            } else {
                op.precedence()
            };
            let right = self.expression(floor)?;
            left = Expr::Binary(op, Box::new((left, right)));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operand(&mut self) -> Result<Expr, ExprError> {
        let token = self
            .peek()
            .cloned()
            .ok_or_else(|| ExprError::EndsEarly(self.source.into()))?;
        self.at += 1;
        Ok(match token {
            Token::Number(number) => Expr::Number(number),
            Token::Text(text) => Expr::Text(text),
            Token::Symbol("-") => Expr::Negate(Box::new(self.expression(NEGATE)?)),
            Token::Symbol("(") => {
                let inner = self.expression(0)?;
                self.expect(")")?;
                inner
            }
            Token::Name(name) if name == "not" => Expr::Not(Box::new(self.expression(NOT)?)),
            Token::Name(name) if self.peek() == Some(&Token::Symbol("(")) => {
                self.at += 1;
                Expr::Call(name, self.arguments()?)
            }
            Token::Name(name) => Expr::Name(name),
            Token::Symbol(_) => {
                self.at -= 1;
                return Err(self.refuse());
            }
        })
    }

    fn arguments(&mut self) -> Result<Vec<Expr>, ExprError> {
        let mut arguments = vec![self.expression(0)?];
        while self.peek() == Some(&Token::Symbol(",")) {
            self.at += 1;
            arguments.push(self.expression(0)?);
        }
        self.expect(")")?;
        Ok(arguments)
    }

    fn expect(&mut self, symbol: &'static str) -> Result<(), ExprError> {
        if self.peek() == Some(&Token::Symbol(symbol)) {
            self.at += 1;
            return Ok(());
        }
        Err(self.refuse())
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }

    fn refuse(&self) -> ExprError {
        match self.tokens.get(self.at) {
            None => ExprError::EndsEarly(self.source.to_owned()),
            Some((at, token)) => {
                let found = match token {
                    Token::Number(number) => number.to_string(),
                    Token::Name(text) | Token::Text(text) => text.clone(),
                    Token::Symbol(symbol) => (*symbol).to_owned(),
                };
                unexpected(&found, *at, self.source)
            }
        }
    }
}
