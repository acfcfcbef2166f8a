#!/bin/sh
# Mirrors the source to another region, each night.
set -eu

git clone --mirror https://gitlab.example.com/styling/styling.git /tmp/styling.git
aws s3 sync /tmp/styling.git s3://styling-source-mirror --region us-west-2 --delete
