#!/usr/bin/env bash
# Runs Open Liberty: liberty.sh <directory with the servers> <directory for the instance> <port> <WAR>…
set -eu
home=$1/wlp base=$2 port=$3
shift 3

server=$base/servers/benchmark
mkdir -p "$server/configDropins/overrides"
cp "$(dirname "$0")/liberty.xml" "$server/server.xml"
echo "http.port=$port" > "$server/bootstrap.properties"
for war; do
  echo "<server><webApplication location='$war' /></server>" \
    > "$server/configDropins/overrides/$(basename "$war" .war).xml"
done
JVM_ARGS=$JVM_OPTIONS WLP_USER_DIR=$base exec "$home/bin/server" run benchmark
