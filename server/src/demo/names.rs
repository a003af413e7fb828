//! Names as they meet in a Californian classroom. A name says nothing of a language here: languages
//! are given to people first, and names drawn after.

/// Names that families of one background give.
#[derive(Debug)]
pub struct Names {
    pub given: &'static [&'static str],
    pub family: &'static [&'static str],
}

pub const SPANISH: Names = Names {
    given: &[
        "Sofía",
        "Mateo",
        "Valentina",
        "Diego",
        "Camila",
        "Santiago",
        "Lucía",
        "Emiliano",
        "Ximena",
        "Leonardo",
        "Mariana",
        "Alejandro",
        "Daniela",
        "Ángel",
        "Regina",
        "Gael",
        "Renata",
        "Iker",
        "Fernanda",
        "Joaquín",
        "Jimena",
        "Adrián",
        "Itzel",
        "Bruno",
        "Paola",
        "Óscar",
        "Guadalupe",
        "Julián",
        "Alma",
        "Tomás",
    ],
    family: &[
        "Hernández",
        "García",
        "Martínez",
        "López",
        "González",
        "Pérez",
        "Rodríguez",
        "Sánchez",
        "Ramírez",
        "Torres",
        "Flores",
        "Morales",
        "Vázquez",
        "Castillo",
        "Reyes",
        "Ortiz",
        "Gutiérrez",
        "Mendoza",
        "Aguilar",
        "Castro",
        "Vargas",
        "Salazar",
        "Cervantes",
        "Núñez",
    ],
};

pub const VIETNAMESE: Names = Names {
    given: &[
        "Minh", "Linh", "Bảo", "Thảo", "Khoa", "Mai", "Huy", "Ngọc", "Duy", "Vy", "Đức", "Lan",
    ],
    family: &[
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ",
    ],
};

pub const ARABIC: Names = Names {
    given: &[
        "Layla", "Omar", "Yusuf", "Maryam", "Zayd", "Noor", "Karim", "Salma", "Hamza", "Rania",
        "Ibrahim", "Dalia",
    ],
    family: &[
        "Mansour", "Khalil", "Nasser", "Saleh", "Hamdan", "Darwish", "Aziz", "Farouk", "Saad",
    ],
};

pub const CHINESE: Names = Names {
    given: &[
        "Wei", "Mei", "Jun", "Xinyi", "Hao", "Yuxuan", "Zihan", "Ming", "Jiayi", "Ruoxi", "Tao",
    ],
    family: &[
        "Wang", "Li", "Zhang", "Liu", "Yang", "Zhao", "Huang", "Zhou", "Wu", "Lin",
    ],
};

pub const FILIPINO: Names = Names {
    given: &[
        "Althea", "Jomar", "Maricel", "Andrei", "Bea", "Paolo", "Kiara", "Renz", "Angelica",
        "Miguel", "Tala",
    ],
    family: &[
        "Santos",
        "Cruz",
        "Bautista",
        "Ocampo",
        "Dela Cruz",
        "Villanueva",
        "Aquino",
        "Ramos",
        "Pascual",
    ],
};

pub const OTHERS: Names = Names {
    given: &[
        "Amara", "Jayden", "Zoe", "Elijah", "Priya", "Noah", "Maya", "Caleb", "Ava", "Isaiah",
        "Imani", "Ethan", "Grace", "Malik", "Chloe", "Owen", "Nia", "Logan", "Ruby", "Dev",
        "Hazel", "Jasper", "Leila", "Micah", "Nora", "Theo", "Aaliyah", "Finn", "Kai", "Stella",
        "Simone", "Aiden", "Esme", "Jonah", "Keira", "Rohan", "Talia", "Wyatt",
    ],
    family: &[
        "Johnson",
        "Williams",
        "Brown",
        "Okoye",
        "Patel",
        "Thompson",
        "Robinson",
        "Kim",
        "Clark",
        "Lewis",
        "Walker",
        "Young",
        "Begay",
        "Adams",
        "Singh",
        "Baker",
        "Foster",
        "Kowalski",
        "Murphy",
        "Washington",
        "Coleman",
        "Jenkins",
        "Rossi",
        "Bennett",
        "Park",
        "Nakamura",
        "Haile",
        "O’Brien",
        "Diallo",
        "Levi",
    ],
};
