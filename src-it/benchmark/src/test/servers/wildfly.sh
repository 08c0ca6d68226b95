#!/usr/bin/env bash
# Runs WildFly: wildfly.sh <directory with the servers> <directory for the instance> <port> <WAR>…
set -eu
home=$(echo "$1"/wildfly-*) base=$2 port=$3
shift 3

mkdir -p "$base/deployments"
[ -d "$base/configuration" ] || cp -r "$home/standalone/configuration" "$base"
cp -u "$@" "$base/deployments"
JAVA_OPTS="-Djava.net.preferIPv4Stack=true $JVM_OPTIONS" exec "$home/bin/standalone.sh" -c standalone-microprofile.xml \
  -Djboss.server.base.dir="$base" -Djboss.http.port="$port" -Djboss.https.port=0 -Djboss.management.http.port=0
