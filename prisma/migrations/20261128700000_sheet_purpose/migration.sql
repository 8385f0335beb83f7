-- What an indicator set measures: projects, a budget item (department), or carriers.
alter table "indicator_set" add column "purpose" text not null default 'project';
