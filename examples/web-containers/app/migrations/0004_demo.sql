INSERT INTO users (mail, password_hash)
VALUES ('demo@example.com', 'ce710c098adcfbf026eb2826ed808a9b:8e0b255003a3e6b0bb19ef2efefdbbac051cb8a9427037e560e3b11378c2226f');

INSERT INTO entries (user_id, title, text)
SELECT id, 'Welcome', 'This is how an entry looks.' FROM users WHERE mail = 'demo@example.com';
