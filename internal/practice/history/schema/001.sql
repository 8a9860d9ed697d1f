create table session (
  id integer primary key,
  kind text not null,
  plan text not null,
  catalog text not null,
  started_ms integer not null,
  started_zone integer not null,
  finished_ms integer,
  finished_zone integer,
  limit_ms integer not null,
  spent_ms integer not null,
  seen_ms integer not null,
  seen_zone integer not null
) strict;

create table slot (
  session integer not null references session on delete cascade,
  n integer not null,
  exercise text not null,
  digest text not null,
  pool text not null,
  rule text not null,
  kind text not null,
  topic text not null,
  guide text not null,
  level integer not null,
  era text not null,
  flagged integer not null default 0,
  primary key (session, n)
) strict, without rowid;

create table answer (
  id integer primary key,
  session integer not null,
  n integer not null,
  at_ms integer not null,
  at_zone integer not null,
  took_ms integer not null,
  given text not null,
  credit real not null,
  correct integer not null,
  rules text not null,
  wrong text not null,
  unique (session, n),
  foreign key (session, n) references slot on delete cascade
) strict;

create table card (
  rule text primary key,
  due_ms integer not null,
  last_ms integer not null,
  stability real not null,
  difficulty real not null,
  reviews integer not null,
  lapses integer not null,
  stage integer not null
) strict, without rowid;
