-- Functions and grants, applied after every migration run; each statement may run again.

-- Business time: what decides deadlines, publicity, registration and periods. Never now(): that is when the transaction began.
create or replace function business_now() returns timestamptz language sql volatile as
$$ select clock_timestamp() + make_interval(secs => (select offset_ms from business_clock where id = 1) / 1000.0) $$;

-- The state that a reader sees once due transitions are counted in; the twin of effectiveState in TypeScript.
create or replace function effective_challenge_state(state text, bid_deadline timestamptz, at timestamptz) returns text language sql immutable as
$$ select case when state = 'open' and bid_deadline <= at then 'closed' else state end $$;

create or replace function effective_listing_state(state text, valid_until timestamptz, at timestamptz) returns text language sql immutable as
$$ select case when state = 'listed' and valid_until <= at then 'expired' else state end $$;

insert into business_clock (id, offset_ms) values (1, 0) on conflict do nothing;

do $$
declare
  queue_table text;
begin
  if exists (select from pg_roles where rolname = 'jiebang_app') then
    grant usage on schema public to jiebang_app;
    grant select, insert, update, delete on all tables in schema public to jiebang_app;
    grant usage, select on all sequences in schema public to jiebang_app;
    -- What is recorded stays recorded, whoever holds the app's password.
    revoke update, delete, truncate on event, contract_entry, contract_entry_share, closing_list, contract_document, contract_signature from jiebang_app;
    grant usage on schema graphile_worker to jiebang_app;
    grant select, insert, update, delete on all tables in schema graphile_worker to jiebang_app;
    grant usage, select on all sequences in schema graphile_worker to jiebang_app;
    grant execute on all functions in schema graphile_worker to jiebang_app;
    -- graphile-worker shuts its tables by row security to all but their owner.
    for queue_table in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
      execute format('drop policy if exists queue_of_the_app on graphile_worker.%I', queue_table);
      execute format('create policy queue_of_the_app on graphile_worker.%I to jiebang_app using (true) with check (true)', queue_table);
    end loop;
  end if;
end $$;
