#!/usr/bin/env bash
# Runs the app that Quarkus has built: quarkus.sh <directory with the servers> <directory for the app> <port>
set -eu
home=$1 port=$3

# shellcheck disable=SC2086
exec "$JAVA_HOME/bin/java" $JVM_OPTIONS -Dquarkus.http.host=localhost -Dquarkus.http.port="$port" \
  -jar "$home/quarkus-app/quarkus-run.jar"
