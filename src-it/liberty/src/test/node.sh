#!/usr/bin/env bash
# Runs another instance of this server: node.sh <server's home> <directory for the instance> <WAR> <port>
set -eu
home=$1 base=$2 war=$3 port=$4

server=$base/servers/node
mkdir -p "$server/dropins"
cp "$home"/usr/servers/*/server.xml "$server"
echo "http.port=$port" > "$server/bootstrap.properties"
cp "$war" "$server/dropins"
WLP_USER_DIR=$base exec "$home/bin/server" run node
