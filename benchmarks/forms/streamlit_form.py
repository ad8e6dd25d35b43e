"""The form in Streamlit."""

import streamlit as st
from saving import ROLES, TITLE, save

st.title(TITLE)
name = st.text_input("Name")
role = st.selectbox("Role", ROLES)
story = st.text_area("What happened?")
rating = st.slider("How well did it go?", 0, 10, 5)
if st.button("Save"):
    st.write(save(name, role, story, rating))
