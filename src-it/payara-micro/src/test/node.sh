#!/usr/bin/env bash
# Runs an app: node.sh <directory with Payara Micro> <directory for the instance> <WAR> <port>
set -eu
home=$1 base=$2 war=$3 port=$4

# an instance unpacks 95 MB; a few directories are enough, since only a few instances run at a time
unpacked=$home/unpacked-$((port % 4))
mkdir -p "$unpacked"
echo 'set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1' \
  > "$base/commands"
# without --nocluster, with which the data grid listens nevertheless
exec "$JAVA_HOME/bin/java" -jar "$home/payara-micro.jar" --rootdir "$base" --unpackdir "$unpacked" --nohazelcast \
  --disablephonehome --prebootcommandfile "$base/commands" --port "$port" --contextroot / --deploy "$war"
