#!/usr/bin/env bash
# Makes the certificates of the tests and of `npm start` anew: an authority of their own, and what it signed. They are
# committed, so that nothing needs openssl; the authority's key is thrown away.
set -euo pipefail
cd "$(dirname "$0")/../__tests__/fixtures"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
touch "$work/index" && echo 01 >"$work/serial"
cat >"$work/ca.cnf" <<EOF
[ca]
default_ca = authority
[authority]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = anything
unique_subject = no
copy_extensions = copy
[anything]
commonName = supplied
EOF

key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null; }

sign() { # name from to, and how
  local name=$1 from=$2 to=$3
  shift 3
  openssl ca -batch -notext -config "$work/ca.cnf" -startdate "$from" -enddate "$to" -in "$work/$name.csr" "$@" 2>/dev/null
}

authority() { # name subject
  key "$work/$1.key"
  openssl req -new -key "$work/$1.key" -subj "/CN=$2" -out "$work/$1.csr" \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign"
  sign "$1" "$long_ago" "$far_off" -selfsign -keyfile "$work/$1.key" -out "$work/$1.pem"
}

server() { # name authority from to names
  key "$1.key"
  openssl req -new -key "$1.key" -subj "/CN=uptimemon test server" -addext "subjectAltName=$5" -out "$work/$1.csr"
  sign "$1" "$3" "$4" -cert "$work/$2.pem" -keyfile "$work/$2.key" -out "$1.pem"
}

long_ago=20200101000000Z
far_off=21000101000000Z
here="DNS:localhost,DNS:*.uptimemon.test,IP:127.0.0.1,IP:::1"
sites="DNS:example.com,DNS:*.example.com,DNS:*.example.org,DNS:*.example.internal,DNS:*.example.dev,DNS:octo.github.io"
rm -f ./*.pem ./*.key
authority ca "uptimemon test authority"
authority unknown "an authority that nobody knows"
cp "$work/ca.pem" ca.pem
server server ca "$long_ago" "$far_off" "$here"
server expired ca 20000101000000Z 20010101000000Z "$here"
server wrong-name ca "$long_ago" "$far_off" 'DNS:<img src=x>.elsewhere.example'
server unknown-authority unknown "$long_ago" "$far_off" "$here"
# Three quarters of its lifetime are over until 2044, so that certificate-warning-days alone decides.
server ageing ca 19700101000000Z 20451231000000Z "$here"
key self-signed.key
openssl req -new -key self-signed.key -subj "/CN=localhost" -addext "subjectAltName=$here" -out "$work/self-signed.csr"
sign self-signed "$long_ago" "$far_off" -selfsign -keyfile self-signed.key -out self-signed.pem
# An authority and a certificate for the names that the workflows of examples/ use.
authority sites-ca "authority of the sites that the examples check"
cp "$work/sites-ca.pem" sites-ca.pem
server sites sites-ca "$long_ago" "$far_off" "$sites"
ls -1
