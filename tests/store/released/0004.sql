BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE contacts (
	workshop VARCHAR(6) NOT NULL, 
	lock VARCHAR(64) NOT NULL, 
	address VARCHAR(200) NOT NULL, 
	PRIMARY KEY (workshop, lock), 
	FOREIGN KEY(workshop) REFERENCES workshops (code)
)
 WITHOUT ROWID

;
INSERT INTO "contacts" VALUES('MMCYHD','28c9317e30a3c042c095e73f7118a0c8d7ae0751c879b04754e8b4b698eeb497','somebody-to-invite@example.org');
CREATE TABLE events (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	workshop VARCHAR(6) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	origin VARCHAR(16) NOT NULL, 
	participant VARCHAR(36), 
	step VARCHAR(48), 
	body JSON NOT NULL, 
	CONSTRAINT an_event_once UNIQUE (workshop, id), 
	FOREIGN KEY(workshop) REFERENCES workshops (code)
);
INSERT INTO "events" VALUES(1,'MMCYHD','b0544c92-1334-48db-a829-6821139b0274','opened','2026-11-27T08:26:38.494318Z','facilitator',NULL,NULL,'{"title": "Better discharge"}');
INSERT INTO "events" VALUES(2,'MMCYHD','event-1','joined','2026-11-22T12:00:00Z','participant','p-ada',NULL,'{"language": "en", "name": "Ada", "group": null, "card": ""}');
INSERT INTO "events" VALUES(3,'MMCYHD','move-2','moved','2026-11-22T12:00:00Z','facilitator',NULL,'conditions','{}');
INSERT INTO "events" VALUES(4,'MMCYHD','event-3','contributed','2026-11-22T12:00:00Z','participant','p-ada','conditions','{"id": "answer-1", "step": "conditions", "language": "en", "text": "A bed near a window", "role": null, "scope": "self", "ratings": {}, "eased_by": null, "item": null, "bin": null, "rank": null, "cells": {}, "ends": null}');
CREATE TABLE keys (
	workshop VARCHAR(6) NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	role VARCHAR(16) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	created VARCHAR(32) NOT NULL, 
	PRIMARY KEY (workshop, fingerprint), 
	FOREIGN KEY(workshop) REFERENCES workshops (code)
);
INSERT INTO "keys" VALUES('MMCYHD','5ca24005b740717ba4f3f6bc48a230700e68c2a4b11ecedb96f169f4efaf1f21','facilitator','','2026-11-27T08:26:38.544176+00:00');
CREATE TABLE participants (
	workshop VARCHAR(6) NOT NULL, 
	id VARCHAR(36) NOT NULL, 
	secret VARCHAR(64), 
	PRIMARY KEY (workshop, id), 
	CONSTRAINT one_person_a_secret UNIQUE (workshop, secret), 
	FOREIGN KEY(workshop) REFERENCES workshops (code)
);
INSERT INTO "participants" VALUES('MMCYHD','p-ada','2154654c4609a98f4267542f1850f5c2a0374afc33a016dc349ec39acbee39ce');
CREATE TABLE templates (
	name VARCHAR(120) NOT NULL, 
	created VARCHAR(32) NOT NULL, 
	deck_yaml TEXT NOT NULL, 
	deck_json TEXT NOT NULL, 
	preparation TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE workshops (
	code VARCHAR(6) NOT NULL, 
	created VARCHAR(32) NOT NULL, 
	deck_yaml TEXT NOT NULL, 
	deck_json TEXT NOT NULL, 
	PRIMARY KEY (code)
);
INSERT INTO "workshops" VALUES('MMCYHD','2026-11-27T08:26:38.494318+00:00','format: 1
id: small
version: 1.0.0
title: {en: A small deck, fr: Un petit jeu}
summary: {en: For tests., fr: Pour les tests.}
sources:
  - id: guide
    citation: A guide, 2020.
groups:
  - id: patient
    name: {en: Patient, fr: Patient}
  - id: manager
    name: {en: Manager, fr: Gestionnaire}
scales:
  - id: influence
    question: {en: How much influence?, fr: Combien d’influence ?}
    points:
      - value: 0
        label: {en: None, fr: Aucune}
      - value: 1
        label: {en: Some, fr: Un peu}
  - id: importance
    question: {en: How important?, fr: Quelle importance ?}
    points:
      - value: 1
        label: {en: Low, fr: Faible}
      - value: 2
        label: {en: High, fr: Grande}
role_functions:
  - id: builders
    name: {en: Builders, fr: Bâtisseurs}
    description: {en: They build., fr: Ils bâtissent.}
    roles:
      - id: advisor
        name: {en: Advisor, fr: Conseiller}
        description: {en: Gives advice., fr: Donne des conseils.}
        systems: 3
        place: {source: guide, at: Table 1}
phases:
  - id: opening
    title: {en: Opening, fr: Ouverture}
    steps:
      - id: welcome
        title: {en: Welcome, fr: Bienvenue}
        question: {en: Who is here?, fr: Qui est là ?}
        activity:
          kind: read
          body:
            - {en: Hello., fr: Bonjour.}
  - id: walk
    title: {en: The walk, fr: Le parcours}
    steps:
      - id: roles
        title: {en: Roles, fr: Rôles}
        question: {en: Which roles?, fr: Quels rôles ?}
        cards:
          - id: a-card
            text: {en: Advice helps., fr: Les conseils aident.}
            place: {source: guide, at: Table 2}
        activity: {kind: roles, today: influence, wished: influence}
      - id: conditions
        title: {en: Conditions, fr: Conditions}
        question: {en: What makes it work?, fr: Quelles conditions ?}
        activity: {kind: winning-conditions, scales: [importance]}
        stages:
          - {kind: think, minutes: 5}
          - {kind: reveal}
          - {kind: group}
          - {kind: vote, dots: 2, most: 2}
          - {kind: rate, scales: [importance, influence]}
          - {kind: rank, places: 2}
          - {kind: discuss, minutes: 8}
          - {kind: sense-check}
          - {kind: agree}
      - id: challenges
        title: {en: Challenges, fr: Défis}
        question: {en: What is hard?, fr: Quels défis ?}
        activity: {kind: challenges, scales: [importance], eased_by: conditions}
','{"format":1,"id":"small","version":"1.0.0","title":{"en":"A small deck","fr":"Un petit jeu"},"summary":{"en":"For tests.","fr":"Pour les tests."},"sources":[{"id":"guide","citation":"A guide, 2020."}],"groups":[{"id":"patient","name":{"en":"Patient","fr":"Patient"}},{"id":"manager","name":{"en":"Manager","fr":"Gestionnaire"}}],"scales":[{"id":"influence","question":{"en":"How much influence?","fr":"Combien d’influence ?"},"points":[{"value":0,"label":{"en":"None","fr":"Aucune"},"description":null},{"value":1,"label":{"en":"Some","fr":"Un peu"},"description":null}],"place":null},{"id":"importance","question":{"en":"How important?","fr":"Quelle importance ?"},"points":[{"value":1,"label":{"en":"Low","fr":"Faible"},"description":null},{"value":2,"label":{"en":"High","fr":"Grande"},"description":null}],"place":null}],"systems_reviewed":null,"role_functions":[{"id":"builders","name":{"en":"Builders","fr":"Bâtisseurs"},"description":{"en":"They build.","fr":"Ils bâtissent."},"roles":[{"id":"advisor","name":{"en":"Advisor","fr":"Conseiller"},"description":{"en":"Gives advice.","fr":"Donne des conseils."},"systems":3,"place":{"source":"guide","at":"Table 1"}}]}],"lists":[],"phases":[{"id":"opening","title":{"en":"Opening","fr":"Ouverture"},"introduction":null,"central_challenge":null,"steps":[{"id":"welcome","title":{"en":"Welcome","fr":"Bienvenue"},"question":{"en":"Who is here?","fr":"Qui est là ?"},"help":null,"example":null,"names":"anonymous","cards":[],"activity":{"kind":"read","body":[{"en":"Hello.","fr":"Bonjour."}]},"stages":[]}]},{"id":"walk","title":{"en":"The walk","fr":"Le parcours"},"introduction":null,"central_challenge":null,"steps":[{"id":"roles","title":{"en":"Roles","fr":"Rôles"},"question":{"en":"Which roles?","fr":"Quels rôles ?"},"help":null,"example":null,"names":"anonymous","cards":[{"id":"a-card","text":{"en":"Advice helps.","fr":"Les conseils aident."},"place":{"source":"guide","at":"Table 2"}}],"activity":{"kind":"roles","today":"influence","wished":"influence"},"stages":[{"id":"think","minutes":null,"kind":"think"},{"id":"reveal","minutes":null,"kind":"reveal"},{"id":"discuss","minutes":null,"kind":"discuss"}]},{"id":"conditions","title":{"en":"Conditions","fr":"Conditions"},"question":{"en":"What makes it work?","fr":"Quelles conditions ?"},"help":null,"example":null,"names":"anonymous","cards":[],"activity":{"kind":"winning-conditions","scales":["importance"]},"stages":[{"id":"think","minutes":5,"kind":"think"},{"id":"reveal","minutes":null,"kind":"reveal"},{"id":"group","minutes":null,"kind":"group","by":"everyone"},{"id":"vote","minutes":null,"kind":"vote","dots":2,"most":2},{"id":"rate","minutes":null,"kind":"rate","scales":["importance","influence"]},{"id":"rank","minutes":null,"kind":"rank","places":2},{"id":"discuss","minutes":8,"kind":"discuss"},{"id":"sense-check","minutes":null,"kind":"sense-check"},{"id":"agree","minutes":null,"kind":"agree"}]},{"id":"challenges","title":{"en":"Challenges","fr":"Défis"},"question":{"en":"What is hard?","fr":"Quels défis ?"},"help":null,"example":null,"names":"anonymous","cards":[],"activity":{"kind":"challenges","scales":["importance"],"eased_by":"conditions"},"stages":[{"id":"think","minutes":null,"kind":"think"},{"id":"reveal","minutes":null,"kind":"reveal"},{"id":"discuss","minutes":null,"kind":"discuss"}]}]}]}');
CREATE INDEX events_in_order ON events (workshop, seq);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',4);
COMMIT;
