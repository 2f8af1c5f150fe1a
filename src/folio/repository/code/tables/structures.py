"""Data structures and concurrency in other languages than Python."""

from __future__ import annotations

from folio.repository.code.languages.table import by_family

STRUCTURES = by_family(
    {
        "c": {
            "queue|algorithm": {"heap": "std.priority_queue priority_queue push_heap make_heap pop_heap"},
            "deque|queue": {"deque": "std.deque deque"},
            "map|set": {"ordered dict": "std.map std.set std.multimap map multimap"},
            "unordered_map|unordered_set": {"multi dict": "unordered_multimap"},
            "list|forward_list": {"linked list": "std.list forward_list"},
            "algorithm": {"bisect": "lower_bound upper_bound binary_search"},
            "thread|mutex|shared_mutex|condition_variable|pthread.h|threads.h|omp.h|tbb": {
                "threads": (
                    "std.thread std.jthread std.mutex std.lock_guard lock_guard unique_lock scoped_lock "
                    "pthread_create thrd_create omp_set_num_threads parallel_for parallel_reduce"
                ),
            },
            "atomic|stdatomic.h": {
                "atomics": "std.atomic atomic_fetch_add fetch_add compare_exchange_weak compare_exchange_strong",
            },
            "future|coroutine": {"async": "std.async std.promise std.packaged_task std.future"},
            "sys/wait.h|unistd.h|mpi.h|mpi": {"processes": "fork MPI_Init"},
            "boost/graph|lemon|igraph.h|igraph": {
                "graph": "adjacency_list dijkstra_shortest_paths ListDigraph igraph_create",
            },
        },
        "go": {
            "container/heap": {"heap": "heap.Push heap.Pop heap.Init heap.Fix"},
            "container/list": {"linked list": "list.New"},
            "container/ring": {"ring buffer": "ring.New"},
            "sort|slices": {
                "bisect": (
                    "sort.Search sort.SearchInts sort.SearchStrings sort.Find slices.BinarySearch "
                    "slices.BinarySearchFunc"
                ),
            },
            "sync|golang.org/x/sync": {
                "threads": (
                    "sync.WaitGroup sync.Mutex sync.RWMutex sync.Cond errgroup.Group errgroup.WithContext "
                    "semaphore.NewWeighted"
                ),
                "memo": "sync.Once sync.OnceValue singleflight.Group", "multi dict": "sync.Map",
            },
            "sync/atomic": {
                "atomics": "atomic.AddInt64 atomic.Int64 atomic.Int32 atomic.Value atomic.CompareAndSwapInt64",
            },
            "gonum.org/v1/gonum/graph": {
                "graph": "simple.NewDirectedGraph simple.NewUndirectedGraph path.DijkstraFrom topo.Sort",
            },
            "github.com/google/btree|github.com/emirpasic/gods": {
                "tree": "btree.New btree.NewG redblacktree.NewWith avltree.NewWith",
            },
            "github.com/hashicorp/golang-lru": {"memo": "lru.New lru.NewLRU"},
        },
        "java": {
            "java.util|scala.collection|kotlin": {
                "heap": "PriorityQueue", "ordered dict": "TreeMap TreeSet ConcurrentSkipListMap LinkedHashMap",
                "deque": "ArrayDeque", "linked list": "LinkedList", "multi dict": "EnumMap",
                "bisect": "Collections.binarySearch Arrays.binarySearch",
            },
            "java.util.concurrent|kotlin.concurrent": {
                "threads": (
                    "Executors ExecutorService ThreadPoolExecutor ReentrantLock CountDownLatch ForkJoinPool "
                    "Semaphore"
                ),
                "async": "CompletableFuture", "queue": "LinkedBlockingQueue ArrayBlockingQueue BlockingQueue",
                "multi dict": "ConcurrentHashMap", "atomics": "AtomicInteger AtomicLong AtomicReference",
            },
            "scala.concurrent|cats.effect|zio|akka.actor|org.apache.pekko": {
                "async": "Future Await.result IO.async ZIO.async Behaviors.receive Promise",
                "threads": "ExecutionContext.fromExecutor fibers ZIO.foreachPar parTraverse",
            },
            "kotlinx.coroutines": {"async": "launch async runBlocking coroutineScope withContext"},
            "org.jgrapht|scalax.collection|com.google.common.graph": {
                "graph": "SimpleGraph DefaultDirectedGraph Graph GraphBuilder ValueGraphBuilder",
            },
            "com.google.common.collect": {
                "multi dict": "HashMultimap ArrayListMultimap Multimap", "ordered dict": "ImmutableSortedMap RangeMap",
            },
            "com.github.benmanes.caffeine|com.google.common.cache": {
                "memo": "Caffeine.newBuilder CacheBuilder.newBuilder",
            },
        },
        "javascript": {
            "": {"multi dict": "WeakMap", "threads": "SharedArrayBuffer Atomics.wait Atomics.add"},
            "worker_threads|node:worker_threads|piscina|workerpool|comlink": {
                "threads": "Worker Piscina workerpool.pool wrap",
            },
            "cluster|node:cluster|child_process|node:child_process": {"processes": "cluster.fork fork spawn"},
            "heap-js|@datastructures-js/priority-queue|heap|tinyqueue|js-priority-queue|fastpriorityqueue": {
                "heap": "Heap MinPriorityQueue MaxPriorityQueue PriorityQueue TinyQueue FastPriorityQueue",
            },
            "graphology|graphlib|@dagrejs/graphlib|cytoscape|ngraph.graph": {
                "graph": "Graph DirectedGraph UndirectedGraph graphlib.Graph cytoscape createGraph",
            },
            "lru-cache|memoizee|lodash|lodash-es|memoize-one|p-memoize|react": {
                "memo": "LRUCache LRU memoize memoizee memoizeOne pMemoize useMemo",
            },
            "p-queue|p-limit|async|bullmq|bull": {"queue": "PQueue pLimit queue Queue"},
            "rbush|kdbush|sorted-btree|d3-quadtree|d3": {"tree": "RBush KDBush BTree quadtree"},
        },
        "julia": {
            "DataStructures": {
                "heap": "BinaryMinHeap BinaryMaxHeap PriorityQueue BinaryHeap heappush!",
                "deque": "Deque CircularDeque", "ordered dict": "OrderedDict SortedDict",
                "multi dict": "DefaultDict MultiDict Accumulator counter",
                "union-find": "DisjointSets IntDisjointSets", "tree": "Trie AVLTree RBTree",
                "ring buffer": "CircularBuffer", "linked list": "list MutableLinkedList",
            },
            "Graphs|LightGraphs|MetaGraphs|SimpleWeightedGraphs": {
                "graph": "SimpleGraph SimpleDiGraph dijkstra_shortest_paths Graph DiGraph MetaGraph",
            },
            "": {
                "threads": "Threads.@threads @threads Threads.@spawn @spawn ReentrantLock Threads.Atomic",
                "async": "@async @sync Channel", "processes": "addprocs @distributed pmap remotecall",
                "bisect": "searchsortedfirst searchsortedlast searchsorted",
            },
            "Memoize|Memoization|LRUCache": {"memo": "@memoize LRU"},
            "NearestNeighbors": {"tree": "KDTree BallTree"},
        },
        "r": {
            "parallel|foreach|doParallel|future|furrr|mirai|future.apply": {
                "processes": "mclapply parLapply makeCluster plan future_map foreach future_lapply mirai",
                "async": "future promise",
            },
            "promises|coro": {"async": "promise future_promise async"},
            "memoise|cachem": {"memo": "memoise cache_mem cache_disk"},
            "igraph|tidygraph|DiagrammeR": {
                "graph": "graph_from_data_frame graph_from_edgelist make_graph shortest_paths tbl_graph distances",
            },
            "data.tree": {"tree": "Node as.Node"},
            "collections|datastructures|rstackdeque|fastmap": {
                "deque": "deque rdeque", "heap": "priority_queue PriorityQueue",
                "ordered dict": "ordered_dict fastmap",
            },
            "": {"bisect": "findInterval"},
        },
        "rust": {
            "std": {
                "heap": "BinaryHeap", "ordered dict": "BTreeMap BTreeSet", "deque": "VecDeque",
                "linked list": "LinkedList", "threads": "thread.spawn thread.scope Mutex RwLock Condvar mpsc.channel",
                "memo": "OnceCell OnceLock LazyLock",
                "atomics": "AtomicUsize AtomicU64 AtomicBool AtomicI64 AtomicU32",
            },
            "rayon": {"threads": "par_iter into_par_iter par_chunks rayon.join rayon.scope par_iter_mut"},
            "tokio|async_std|smol|futures": {
                "async": (
                    "tokio.spawn tokio.main @tokio.main =tokio.main task.spawn join_all tokio.select mpsc.channel"
                ),
            },
            "crossbeam|crossbeam_channel|parking_lot|dashmap|flume": {
                "threads": "crossbeam.scope Mutex RwLock unbounded bounded", "multi dict": "DashMap",
            },
            "petgraph": {"graph": "Graph DiGraph UnGraph GraphMap StableGraph dijkstra toposort astar"},
            "indexmap": {"ordered dict": "IndexMap IndexSet"},
            "lru|cached|moka": {"memo": "LruCache @cached Cache =cached"},
            "kiddo|rstar|kdtree": {"tree": "KdTree RTree"},
        },
    }
)  # fmt: skip
